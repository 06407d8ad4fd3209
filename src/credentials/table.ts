/** What the automaton looks for, and who is called when it finds it. */
import { type Automaton, buildAutomaton } from './automaton.js';
import type { CustomFamily } from './custom.js';
import { wrappedMark } from './encoded.js';
import { markedFamilies } from './families/all.js';
import { contextFamilies } from './families/context.js';
import type { ContextRow, FamilyRow } from './families/family.js';
import { namedServices } from './families/services-by-name.js';
import { keyMarkers } from './keys/keys.js';
import { type Shape, shapeOf } from './shape.js';
import { tinkMarks } from './tink.js';

export type Call =
  | { readonly to: 'shape'; readonly row: FamilyRow; readonly shape: Shape; readonly marker: number }
  | { readonly to: 'provider'; readonly row: ContextRow; readonly length: number }
  | { readonly to: 'name'; readonly length: number }
  | { readonly to: 'wrapped' | 'tink'; readonly mark: string }
  | { readonly to: 'custom'; readonly family: CustomFamily }
  | { readonly to: 'command'; readonly which: 'curl' | 'sql' | 'login' | 'sentence' | 'basic' | 'auth' }
  | { readonly to: 'address' | 'keys' | 'escape' };

export interface Table {
  readonly automaton: Automaton;
  /** Who is called for each word. */
  readonly calls: readonly (readonly Call[])[];
  /** The value begins with the mark of a family. */
  readonly isMarked: (value: string) => boolean;
}

/** Parts of names under which secrets stand. */
const nameWords = [
  'pass',
  'pwd',
  'secret',
  'token',
  'key',
  'credential',
  'access',
  'private',
  'bearer',
  'auth',
  'salt',
  'connectionstring',
  'connection_string',
  'htpasswd',
];

/** What is called with a user and a password. */
const logins = ['networkcredential', 'directoryentry', 'passwordauthentication', 'usernamepasswordcredentials', 'httpbasicauth', 'auth='];

/** The table of the built-in families alone is the same for everybody. */
let builtIn: Table | undefined;

/** Made when something is to be looked through, which takes some milliseconds. */
export function tableOf(custom: readonly CustomFamily[]): Table {
  if (custom.length > 0) return build(custom);
  builtIn ??= build([]);
  return builtIn;
}

function build(custom: readonly CustomFamily[]): Table {
  const words = new Map<string, Call[]>();
  const call = (word: string, what: Call): void => {
    const list = words.get(word);
    if (list) list.push(what);
    else words.set(word, [what]);
  };
  for (const row of markedFamilies)
    for (const shape of row.shapes.map(shapeOf))
      for (const [marker, word] of shape.markers.entries()) call(word, { to: 'shape', row, shape, marker });
  for (const mark of wrappedMarks()) call(mark.toLowerCase(), { to: 'wrapped', mark });
  for (const start of escapeStarts) call(start, { to: 'escape' });
  for (const row of [...contextFamilies, ...namedServices])
    for (const word of row.words) call(word, { to: 'provider', row, length: word.length });
  for (const word of nameWords) call(word, { to: 'name', length: word.length });
  for (const family of custom) for (const marker of family.markers) call(marker.toLowerCase(), { to: 'custom', family });
  call('basic', { to: 'command', which: 'basic' });
  call('"auth', { to: 'command', which: 'auth' });
  for (const mark of tinkMarks) call(mark.toLowerCase(), { to: 'tink', mark });
  for (const marker of keyMarkers) call(marker.toLowerCase(), { to: 'keys' });
  call('://', { to: 'address' });
  call('curl', { to: 'command', which: 'curl' });
  for (const word of ['identified', 'password']) call(word, { to: 'command', which: 'sql' });
  call('password', { to: 'command', which: 'sentence' });
  for (const word of logins) call(word, { to: 'command', which: 'login' });
  return { automaton: buildAutomaton([...words.keys()]), calls: [...words.values()], isMarked: markTest() };
}

/** Any of these may be the first escape of a text. */
const escapeStarts = ['\\u00', '\\x', '%2', '%3', '%4', '%5', '%6', '%7'];

/** The beginnings of tokens as they look in base64: `ghp_` is `Z2hwX`. */
function wrappedMarks(): ReadonlySet<string> {
  const texts = markedFamilies.flatMap((row) =>
    row.shapes.map(shapeOf).flatMap((s) => (s.before.length === 0 ? (s.marker?.texts ?? []) : [])),
  );
  return new Set([...texts.filter((t) => t.length >= 4 && !t.startsWith('eyJ')).map(wrappedMark), ...addresses.map(wrappedMark)]);
}

/** What is also kept in base64 as a whole. */
const addresses = [
  'postgres://',
  'postgresql://',
  'mysql://',
  'mongodb://',
  'mongodb+srv://',
  'redis://',
  'amqp://',
  '{"type": "service_account"',
  '{"auths"',
];

/** Words that values of many kinds begin with. */
const ordinaryMark = /^(?:key|live|test|api|sdk|mob|pub|sub|sandbox|private|secret|access|ext|sc|pat|apk)[-_.]/;

/** Marks that nothing but a token begins with: three characters and a separator at least. */
function markTest(): (value: string) => boolean {
  const marks = new Set<string>();
  for (const row of markedFamilies)
    for (const shape of row.shapes.map(shapeOf))
      if (shape.before.length === 0 && !row.near)
        for (const text of shape.marker?.texts ?? []) if (/^.{2,}[_.-]$/.test(text) && !ordinaryMark.test(text)) marks.add(text);
  const longest = Math.max(...[...marks].map((m) => m.length));
  return (value) => {
    for (let length = 3; length <= longest && length < value.length; length++) if (marks.has(value.slice(0, length))) return true;
    return false;
  };
}
