/** Secrets that are written into a resource: in its variables, or in the script it starts with. */
import type { Credential } from '../../model/fact.js';
import type { Span } from '../../model/span.js';
import { deref, get, type Node, type OffsetMap, placeWithin, scalar, stringOf } from '../../model/tree.js';
import type { Say } from '../entity.js';
import { flatItems } from './names.js';
import { writtenAt } from './secret-value.js';
import { secretIn } from './secret-words.js';

/** Environment variables: a map, or a list of `Name`/`Value` pairs. */
export const secretsInVariables = (node: Node | undefined, say: Say): readonly Credential[] =>
  variables(node).flatMap(({ name, value }) => {
    const literal = stringOf(value);
    const kind = literal === undefined ? undefined : secretIn(name, literal);
    const hidden = kind && say.hide(value, name);
    return kind && hidden ? [{ kind, name, origin: 'literal', lifetime: 'static', value: hidden, span: writtenAt(value) }] : [];
  });

function variables(node: Node | undefined): readonly { readonly name: string; readonly value: Node }[] {
  const at = node && deref(node);
  if (at?.kind === 'map') return at.entries.map(({ key, value }) => ({ name: String(key.value), value }));
  return flatItems(at).flatMap((pair) => {
    const name = stringOf(get(pair, 'Name') ?? get(pair, 'name'));
    const value = get(pair, 'Value') ?? get(pair, 'value');
    return name !== undefined && value ? [{ name, value }] : [];
  });
}

const holeMark = '\uFFFC';
const assignment = /\b([A-Za-z_][A-Za-z0-9_.-]{0,63})[ \t]{0,8}[=:][ \t]{0,8}["']?(\uFFFC|[^\s"'`;,]{4,512})/g;
const privateKey = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/g;
/** A file of long-lived keys is made or brought. */
const credentialsFile = /[^\s"'`;|<>]{0,200}\.aws\/credentials\b/g;
const bringing = /(>|\btee\b|\bcp\b|\bmv\b|\bwget\b|\bcurl\b)[^\n]*$/;

interface Script {
  /** Holes stand as one character each. */
  readonly text: string;
  readonly place: (start: number, end: number) => Span;
}

/** A script (user data, also in base64; a provisioner's commands): its assignments, private keys, and keys of AWS that it puts in place. */
export const secretsInScript = (node: Node | undefined, say: Say): readonly Credential[] =>
  flatItems(node).flatMap((item) => {
    const script = scriptOf(item);
    return script ? [...writtenIn(script, say), ...keysPutInPlace(script)] : [];
  });

function scriptOf(node: Node): Script | undefined {
  const at = deref(node);
  if (at.kind !== 'template' && at.kind !== 'scalar') return undefined;
  const text = at.kind === 'template' ? at.parts.map((p) => (typeof p === 'string' ? p : holeMark)).join('') : String(at.value);
  const decoded = fromBase64(text);
  if (decoded !== undefined) return { text: decoded, place: () => at.span };
  const { span, offsets }: { span: Span; offsets?: OffsetMap } = at;
  return { text, place: (start, end) => placeWithin(span, offsets, start, end) };
}

/** The text behind base64; undefined where it is none, or none of a text. */
function fromBase64(text: string): string | undefined {
  const packed = text.replace(/\s/g, '');
  if (packed.length < 16 || packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined;
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const decoded = new TextDecoder().decode(bytes);
  return /[\uFFFD\0]/.test(decoded) ? undefined : decoded;
}

function writtenIn({ text, place }: Script, say: Say): readonly Credential[] {
  const literal = (kind: Credential['kind'], name: string, value: string, span: Span): readonly Credential[] => {
    const hidden = say.hide(scalar(value, span), name);
    return hidden ? [{ kind, name, origin: 'literal', lifetime: 'static', value: hidden, span }] : [];
  };
  const assigned = [...text.matchAll(assignment)].flatMap(({ index, 0: whole, 1: name = '', 2: value = '' }) => {
    const kind = value.includes(holeMark) ? undefined : secretIn(name, value);
    const start = index + whole.length - value.length;
    return kind ? literal(kind, name, value, place(start, start + value.length)) : [];
  });
  const keys = [...text.matchAll(privateKey)].flatMap(({ index, 0: head }) => {
    const end = text.indexOf('-----END', index);
    const value = text.slice(index, end < 0 ? undefined : end);
    return value.length > head.length + 4 ? literal('private-key', 'private key', value, place(index, index + head.length)) : [];
  });
  return [...assigned, ...keys];
}

/** A key that lives until somebody acts, wherever its value comes from. */
export const handedKey = (name: string, span: Span): Credential => ({
  kind: 'access-key',
  name,
  origin: 'reference',
  lifetime: 'static',
  span,
});

/** Long-lived keys of AWS that a workload is handed, wherever their values come from: it could have a role instead. */
function keysPutInPlace({ text, place }: Script): readonly Credential[] {
  // With a session token they end by themselves.
  if (/aws_session_token/i.test(text)) return [];
  const assigned = [...text.matchAll(assignment)].flatMap(({ index, 0: whole, 1: name = '', 2: value = '' }) => {
    const isKey = /^aws_secret_access_key$/i.test(name) && !value.startsWith('$(');
    const told = !value.includes(holeMark) && secretIn(name, value) !== undefined;
    return isKey && !told ? [handedKey(name, place(index, index + whole.length))] : [];
  });
  const files = [...text.matchAll(credentialsFile)].filter(({ index }) => bringing.test(text.slice(Math.max(0, index - 300), index)));
  return [
    ...assigned,
    ...files.slice(0, 1).map(({ index, 0: path }) => handedKey('AWS credentials file', place(index, index + path.length))),
  ];
}
