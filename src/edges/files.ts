/** The user's own files: those named on the command line to be read, and the reports to be written. */
import { randomUUID } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filePath } from '../model/span.js';
import { defaultMaxFileBytes } from './content.js';
import { readDisk } from './disk.js';
import { EdgeError, errorCode, printable } from './edge-error.js';

/** Text of a file that the user named; `role` says what for, e.g. `config file`. */
export function readUserFile(file: string, role: string): string {
  const content = readDisk(realPath(file) ?? file, filePath(file), defaultMaxFileBytes);
  if (content?.kind === 'text') return content.text;
  const why = content === undefined ? 'There is no such file.' : content.kind === 'gap' ? content.gap.reason : 'It is not a text file.';
  throw new EdgeError('cannot-read', `Cannot read the ${role} "${printable(file)}". ${why}`);
}

/**
 * Writes a report whole or not at all: beside its place first, then moved there. Missing folders are made. Through a link it lands
 * where the link points; what is no regular file (a pipe, `/dev/stdout`) is written to as it is.
 */
export function writeReport(file: string, text: string): void {
  let temporary: string | undefined;
  try {
    makeFolder(dirname(file));
    if (isSpecial(file)) {
      writeFileSync(file, text);
      return;
    }
    const target = realPath(file) ?? file;
    temporary = join(dirname(target), `.${randomUUID()}.tmp`);
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new EdgeError('cannot-write', `Cannot write the report "${printable(file)}": the system says ${errorCode(error)}.`);
  }
}

/** Writes a file unless something of that name is there, be it a link that leads nowhere; tells whether it did. */
export function writeNew(file: string, text: string): boolean {
  if (lstatSync(file, { throwIfNoEntry: false })) return false;
  writeReport(file, text);
  return true;
}

/** Not `recursive`: in `/proc` that goes on for ever. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** Where a name really leads; undefined when there is nothing yet, or when opening it will tell the trouble better. */
function realPath(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

/** Asked of the system, which also follows `/dev/stdout` to a pipe. A link that leads nowhere yet is written through. */
const isSpecial = (file: string): boolean => {
  const stat = statSync(file, { throwIfNoEntry: false }) ?? lstatSync(file, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile();
};
