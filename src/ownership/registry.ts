/** `.github/identities.yml`: metadata of identities that cannot carry it themselves. Read from the head of the change. */
import { ConfigError } from '../model/config-error.js';
import type { OwnershipField, Sourced, Subject } from '../model/inventory.js';
import { filePath, locate, type Source, type Span } from '../model/span.js';
import { deref, entriesOf, get, itemsOf, type Node, stringOf } from '../model/tree.js';
import { yaml } from '../syntax/yaml/index.js';

export const registryPath = filePath('.github/identities.yml');

type Fields = { readonly [F in OwnershipField]?: Sourced };

export interface Registry {
  /**
   * The entry whose `identity` names this subject: by its key, or as its key would be with or without the scope. Which of the two the key is
   * depends on what else was read. A `*` in an entry stands for any run of characters, exact entries win.
   */
  entryOf(s: Pick<Subject, 'key' | 'type' | 'name' | 'scope'>): Fields;
}

/** The registry's own spelling of each field. */
const spelled: Readonly<Record<string, OwnershipField>> = {
  owner: 'owner',
  purpose: 'purpose',
  'review-by': 'reviewBy',
  rotation: 'rotation',
  expires: 'expires',
  'retire-when': 'retireWhen',
};

function fault(at: Span, message: string, mend: string): ConfigError {
  const { path, startLine, startColumn } = locate(at);
  return new ConfigError(message, { file: path, line: startLine, column: startColumn }, mend);
}

interface Row {
  readonly pattern: string;
  readonly at: Span;
  readonly fields: Fields;
}

/** Throws ConfigError with the place when the file is not what it should be. */
export function parseRegistry(source: Source | undefined): Registry {
  const rows = source ? rowsOf(source) : [];
  const exact = new Map<string, Row>();
  for (const row of rows) {
    if (exact.has(row.pattern)) throw fault(row.at, `\`${row.pattern}\` has two entries.`, 'Make one entry of them.');
    exact.set(row.pattern, row);
  }
  const wild = rows.filter((r) => r.pattern.includes('*'));
  return {
    entryOf({ key, type, name, scope }) {
      const bare = `${type.replace('.', ':')}:${name}`;
      const keys = [key, `${bare}@${scope || '.'}`, bare];
      const row = keys.map((k) => exact.get(k)).find((r) => r) ?? wild.find((r) => keys.some((k) => wildcard(r.pattern, k)));
      return row?.fields ?? {};
    },
  };
}

/** The registry as it was before a change. One that was wrong says nothing: mending it is what the change may be about. */
export function parseFormerRegistry(source: Source | undefined): Registry {
  try {
    return parseRegistry(source);
  } catch (error) {
    if (error instanceof ConfigError) return parseRegistry(undefined);
    throw error;
  }
}

function rowsOf(source: Source): readonly Row[] {
  const { documents, gaps } = yaml.parse(source);
  const broken = gaps[0];
  if (broken)
    throw fault(
      typeof broken.at === 'object' ? broken.at : { source, start: 0, end: 0 },
      broken.reason,
      'Correct the YAML of the registry.',
    );
  const [first, second] = documents;
  if (second) throw fault(second.root.span, 'The registry has more than one document.', 'Remove the `---`.');
  const root = first?.root;
  if (!root || (root.kind === 'scalar' && root.value === null)) return [];
  const list = get(root, 'identities');
  if (!list)
    throw fault(root.span, 'The registry has no `identities` list.', 'Start the file with `identities:` and one entry for each identity.');
  return itemsOf(list).map((item) => rowOf(item));
}

function rowOf(item: Node): Row {
  const at = deref(item);
  const pattern = stringOf(get(at, 'identity'));
  if (!pattern) throw fault(item.span, 'A registry entry names no `identity`.', 'Give its key, e.g. `identity: aws:role:ci`.');
  const fields: { -readonly [F in keyof Fields]: Fields[F] } = {};
  for (const { key, value } of entriesOf(at)) {
    const name = String(key.value);
    if (name === 'identity') continue;
    const field = spelled[name];
    if (!field)
      throw fault(
        key.span,
        `\`${name}\` is not a field of a registry entry.`,
        `Known fields: identity, ${Object.keys(spelled).join(', ')}.`,
      );
    const scalar = deref(value);
    if (scalar.kind !== 'scalar' || String(scalar.value ?? '').trim() === '')
      throw fault(value.span, `\`${name}\` has to be text.`, 'Write one value.');
    fields[field] = { value: String(scalar.value).trim(), source: 'registry', span: value.span };
  }
  return { pattern, at: item.span, fields };
}

function wildcard(pattern: string, key: string): boolean {
  const pieces = pattern.split('*');
  let from = 0;
  for (const [i, piece] of pieces.entries()) {
    const last = i === pieces.length - 1;
    const at = i === 0 ? (key.startsWith(piece) ? 0 : -1) : last ? key.length - piece.length : key.indexOf(piece, from);
    if (at < from || (last && !key.endsWith(piece))) return false;
    from = at + piece.length;
  }
  return true;
}
