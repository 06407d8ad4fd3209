/** Functions that put a value into another encoding of text, or take it out. Compression and hashes are not computed: nothing reads them. */
import type { Source, Span } from '../../../model/span.js';
import { deref, type Entry, list, map, type Node, type ScalarNode, scalar } from '../../../model/tree.js';
import { yaml } from '../../../syntax/yaml/index.js';
import { decodeJson } from '../json-document.js';
import { failed, isKnown, missing } from '../nodes.js';
import { type FunctionTable, type TerraformFunction, textArg } from './function.js';

const ofText =
  (make: (text: string, at: Span) => Node | undefined): TerraformFunction =>
  ([node], at) => {
    const text = textArg(node);
    return text === undefined ? undefined : make(text, at);
  };

// ── base64 and addresses ────────────────────────────────────────────────────────────────────────────────────────────────────────────
const base64encode = ofText((text, at) => scalar(btoa(bytes(new TextEncoder().encode(text))), at));

/** Bytes as characters, in pieces that fit the arguments of one call. */
function bytes(data: Uint8Array): string {
  let text = '';
  for (let i = 0; i < data.length; i += 4096) text += String.fromCharCode(...data.subarray(i, i + 4096));
  return text;
}

const base64decode = ofText((text, at) => {
  const decoded = decodeBase64(text, 'utf-8');
  return decoded === undefined ? failed('base64decode(…)', 'the text is not base64 of a UTF-8 text', at) : scalar(decoded, at);
});

function decodeBase64(text: string, encoding: string): string | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  const data = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const decoded = new TextDecoder(encoding, { ignoreBOM: true }).decode(data);
  return decoded.includes('\uFFFD') ? undefined : decoded;
}

/** Of the many encodings that have a name, those of Windows' scripts. */
const textencodebase64: TerraformFunction = ([node, encodingNode], at) => {
  const text = textArg(node);
  const encoding = textArg(encodingNode)?.toUpperCase();
  if (text === undefined || encoding === undefined) return undefined;
  if (encoding === 'UTF-8') return base64encode([scalar(text, at)], at);
  if (encoding !== 'UTF-16LE') return undefined;
  const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return scalar(btoa(bytes(Uint8Array.from(codes.flatMap((code) => [code & 255, code >> 8])))), at);
};

const textdecodebase64: TerraformFunction = ([node, encodingNode], at) => {
  const text = textArg(node);
  const encoding = textArg(encodingNode)?.toLowerCase();
  const decoded = text !== undefined && (encoding === 'utf-8' || encoding === 'utf-16le') ? decodeBase64(text, encoding) : undefined;
  return decoded === undefined ? undefined : scalar(decoded, at);
};

/** As in a query: a blank is a plus sign. */
const urlencode = ofText((text, at) =>
  scalar(
    encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
      .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll('%20', '+'),
    at,
  ),
);

const urldecode = ofText((text, at) => {
  const spaced = text.replaceAll('+', ' ');
  return /%(?![0-9A-Fa-f]{2})/.test(spaced) || /%[89A-Fa-f]/.test(spaced) ? undefined : scalar(decodeURIComponent(spaced), at);
});

// ── tables ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** One field and what ends it. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function rowsOf(text: string): readonly (readonly string[])[] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < text.length || row.length > 0) {
    const match = field.exec(text);
    if (!match) return undefined;
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    if (row.length > 1 || row[0] !== '' || match[0].startsWith('"')) rows.push(row);
    row = [];
    if (match[3] === '') break;
  }
  return rows;
}

const csvdecode = ofText((text, at) => {
  const [head, ...rows] = rowsOf(text) ?? [];
  if (!head || new Set(head).size !== head.length || rows.some((row) => row.length !== head.length))
    return failed('csvdecode(…)', 'the text is no table of comma-separated values', at);
  return list(
    rows.map((row) =>
      map(
        head.map((name, i): Entry => ({ key: scalar(name, at), value: scalar(row[i] ?? '', at) })),
        at,
      ),
    ),
    at,
  );
});

// ── YAML ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Words and numbers that Terraform's older YAML takes for something else than ours does, unless they are quoted, which the tree does not tell. */
const ambiguous = /^(?:y|n|yes|no|on|off|[-+]?0\d+|[-+]?0[bx][\da-f_]+|[-+]?\d[\d_]*_[\d_]*|\d{4}-\d\d?-\d\d?.*|[-+]?\d+(?::\d+)+)$/i;

/** All of the text stands at one place: it is rarely written in the file in one piece. */
function yamldecode([node]: readonly Node[], at: Span): Node | undefined {
  const encoded = node && deref(node);
  if (encoded?.kind === 'map' || encoded?.kind === 'list') return encoded;
  const json = encoded?.kind === 'scalar' || encoded?.kind === 'template' ? decodeJson(encoded) : undefined;
  if (json && isKnown(json)) return json;
  const text = textArg(node);
  if (text === undefined) return undefined;
  const source: Source = { ...at.source, text };
  const { documents, gaps } = yaml.parse(source);
  const [document] = documents;
  if (gaps.length > 0 || documents.length > 1) return failed('yamldecode(…)', 'the text is no single YAML document', at);
  if (!document) return scalar(null, at);
  return isPlain(document.root) ? standingAt(document.root, at) : undefined;
}

/** Without tags, and without keys that another YAML would take for something else. */
function isPlain(node: Node): boolean {
  if (node.tag !== undefined) return false;
  if (node.kind === 'list') return node.items.every(isPlain);
  return node.kind !== 'map' || node.entries.every(({ key, value }) => !ambiguous.test(String(key.value)) && isPlain(value));
}

function standingAt(node: Node, at: Span): Node {
  switch (node.kind) {
    case 'map':
      return map(
        node.entries.map(({ key, value }) => ({ key: keyAt(key, at), value: standingAt(value, at) })),
        at,
      );
    case 'list':
      return list(
        node.items.map((item) => standingAt(item, at)),
        at,
      );
    case 'scalar':
      return typeof node.value === 'string' && ambiguous.test(node.value)
        ? missing('yamldecode(…)', 'a word that YAML may take for something else than text', at)
        : scalar(node.value, at);
    default:
      return missing('yamldecode(…)', 'a value that is not decoded', at);
  }
}

const keyAt = (key: ScalarNode, at: Span): ScalarNode => scalar(String(key.value), at);

export const encodingFunctions: FunctionTable = {
  base64encode,
  base64decode,
  textencodebase64,
  textdecodebase64,
  urlencode,
  urldecode,
  csvdecode,
  yamldecode,
};
