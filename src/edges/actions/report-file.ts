/** Reports into files of a checkout whose content is somebody else's. */
import { resolve } from 'node:path';
import { EdgeError, printable } from '../edge-error.js';
import { writeReport } from '../files.js';
import { linkBelow } from '../links.js';

/** Writes below the workspace, or wherever an absolute path says; never through a link that a change may have brought in. */
export function writeInWorkspace(workspace: string, file: string, text: string): void {
  if (linkBelow(workspace, file) !== undefined)
    throw new EdgeError(
      'cannot-write',
      `The report "${printable(file)}" is not written: its path leads through a symbolic link of the checkout.`,
    );
  writeReport(resolve(workspace, file), text);
}
