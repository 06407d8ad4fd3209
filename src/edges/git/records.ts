/** What git prints, as records. Always the NUL-terminated forms: names are bytes and may hold anything else. */
import { isUtf8 } from 'node:buffer';
import { decodeName } from '../tree-view.js';

/** A name; `raw` only where it is no UTF-8, to find the file on disk. */
export interface Name {
  readonly text: string;
  readonly raw?: Buffer;
}

/** A line of `ls-tree` or `ls-files --stage`. */
export interface TreeRecord {
  readonly name: Name;
  readonly mode: string;
  readonly id: string;
  /** `S` for a file that a sparse checkout leaves out; only from `ls-files -t`. */
  readonly tag: string;
}

/** A line of a raw diff. The id is all zeros where git does not know it: a file that differs from the index. */
export interface DiffRecord {
  readonly status: string;
  readonly name: Name;
  /** Where it was before a rename. */
  readonly from: Name | undefined;
  readonly oldMode: string;
  readonly newMode: string;
  readonly oldId: string;
  readonly newId: string;
}

/** Git's id for "not known" and "not there". */
export const isNoId = (id: string): boolean => /^0+$/.test(id);

/** Splits at NULs; the usual case of an output that is UTF-8 as a whole is one fast split. */
export function namesOf(output: Buffer): Name[] {
  if (isUtf8(output)) {
    const texts = output.toString('utf8').split('\0');
    texts.pop();
    return texts.map((text) => ({ text }));
  }
  const names: Name[] = [];
  for (let start = 0, end = output.indexOf(0); end >= 0; start = end + 1, end = output.indexOf(0, start)) {
    const raw = output.subarray(start, end);
    names.push(isUtf8(raw) ? { text: raw.toString('utf8') } : { text: decodeName(raw), raw });
  }
  return names;
}

/** `ls-tree -z`: `mode type id TAB name`. */
export const treeRecords = (output: Buffer): TreeRecord[] =>
  namesOf(output).map((line) => {
    const { head, name } = cutAtTab(line);
    const [mode = '', , id = ''] = head.split(' ');
    return { name, mode, id, tag: '' };
  });

/** `ls-files -t --stage -z`: `tag mode id stage TAB name`. */
export const indexRecords = (output: Buffer): TreeRecord[] =>
  namesOf(output).map((line) => {
    const { head, name } = cutAtTab(line);
    const [tag = '', mode = '', id = ''] = head.split(' ');
    return { name, mode, id, tag };
  });

const tab = 9;
function cutAtTab({ text, raw }: Name): { head: string; name: Name } {
  const at = text.indexOf('\t');
  const name = text.slice(at + 1);
  return { head: text.slice(0, at), name: raw ? { text: name, raw: raw.subarray(raw.indexOf(tab) + 1) } : { text: name } };
}

/** `diff-tree --raw -z`: `:mode mode id id status` NUL name NUL, with two names for a rename. */
export function diffRecords(output: Buffer): DiffRecord[] {
  const records: DiffRecord[] = [];
  const fields = namesOf(output).values();
  for (const { text } of fields) {
    const [oldMode = '', newMode = '', oldId = '', newId = '', status = ''] = text.slice(1).split(' ');
    const first = fields.next().value;
    const second = status.startsWith('R') ? fields.next().value : undefined;
    if (first) records.push({ status: status.slice(0, 1), name: second ?? first, from: second && first, oldMode, newMode, oldId, newId });
  }
  return records;
}
