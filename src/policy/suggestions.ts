/**
 * Fixes that are mechanical, as lines in the place of lines. A rule names the one that mends what it finds. The lines that stand around a fix
 * are repeated in it, and nobody knows all secrets that a line may hold: so that only lines are touched of which every word is told anyway,
 * as a name or as an action.
 */
import type { Edit } from '../model/finding.js';
import { lineAt, lineStarts, type Source, type Span, span } from '../model/span.js';
import { literal, type Text } from '../model/text.js';
import { dateOf } from './time.js';
import type { Scene } from './vocabulary/field.js';

export const suggestionKinds = ['ownership-record', 'job-permissions', 'reading-actions', 'federated-login'] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

type Suggester = (scene: Scene, at: Span) => Edit | undefined;
const suggesters: Readonly<Record<SuggestionKind, Suggester>> = {
  'ownership-record': ownershipRecord,
  'job-permissions': jobPermissions,
  'reading-actions': readingActions,
  'federated-login': federatedLogin,
};

/** Undefined where the file does not have the shape that can be mended by rote, and for what stands no longer. */
export const suggestionFor = (kind: SuggestionKind, scene: Scene, at: Span): Edit | undefined =>
  at.source.side === 'head' ? suggesters[kind](scene, at) : undefined;

/** Whole lines, without the end of the last one. */
function linesFrom(source: Source, first: number, last: number): Span {
  const starts = lineStarts(source);
  const end = starts[last + 1] ?? source.text.length + 1;
  const text = source.text.slice(starts[first] ?? 0, end);
  return span(source, starts[first] ?? 0, (starts[first] ?? 0) + text.replace(/(?:\r\n|\n|\r)$/, '').length);
}
const textIn = ({ source, start, end }: Span): string => source.text.slice(start, end);
const lineOf = (at: Span): Span => linesFrom(at.source, lineAt(at.source, at.start), lineAt(at.source, at.start));
const indentOf = (line: string): string => /^[\t ]*/.exec(line)?.[0] ?? '';

/** How a comment begins in a language; JSON has none. */
const commentMarks: readonly (readonly [RegExp, string])[] = [
  [/\.(?:tf|tofu|hcl|ya?ml|toml)$/i, '#'],
  [/\.bicep$/i, '//'],
];
/** Half a year: what most standards ask for at least. */
const reviewDays = 184;
/** A word that `owner-placeholder` knows: whoever takes the suggestion over unread is told. */
const open = 'TODO';

/** A comment above the declaration with all that is missing, prefilled with what is known. */
function ownershipRecord({ subject, today }: Scene, at: Span): Edit | undefined {
  const mark = commentMarks.find(([files]) => files.test(at.source.path))?.[1];
  const line = lineOf(at);
  const text = textIn(line);
  if (mark === undefined || !isHeading(text, subject)) return undefined;
  const { owner, purpose, reviewBy } = subject.ownership;
  const known = owner && /^[@\w./-]+$/.test(owner.value) ? owner.value : undefined;
  const fields = [
    ...(owner && owner.source !== 'CODEOWNERS' ? [] : [`owner=${known ?? open}`]),
    ...(purpose ? [] : [`purpose="${open}"`]),
    ...(reviewBy ? [] : [`review-by=${dateOf(today + reviewDays)}`]),
  ];
  return fields.length === 0 ? undefined : { at: line, text: `${indentOf(text)}${mark} identity-review: ${fields.join(' ')}\n${text}` };
}

/** The first line of a declaration, with nothing on it but names. */
const headings: readonly RegExp[] = [
  /^\s*(?:resource|data|module)\s+"[\w.-]+"(?:\s+"[\w.-]+")?\s*\{\s*$/,
  /^\s*resource\s+\w+\s+'[\w./@-]+'\s*=\s*\{\s*$/,
  /^\s*[\w./-]+:\s*$/,
];
const named = /^\s*(?:-\s+)?["']?\w*[nN]ame["']?:\s*["']?([\w.@/-]+)["']?\s*$/;

const isHeading = (line: string, { name, label }: Scene['subject']): boolean => {
  const said = named.exec(line)?.[1];
  return headings.some((heading) => heading.test(line)) || (said !== undefined && (said === name || label.endsWith(said)));
};

/** `permissions: write-all` becomes what a checkout needs; a job that says nothing gets the same. */
function jobPermissions({ focus }: Scene, at: Span): Edit | undefined {
  const line = lineOf(at);
  const text = textIn(line);
  const block = (indent: string): string => `${indent}permissions:\n${indent}  contents: read`;
  if (/^\s*permissions:\s*['"]?(?:write|read)-all['"]?\s*$/.test(text)) return { at: line, text: block(indentOf(text)) };
  if (focus.is !== 'subject' || !/^\s*[\w-]+:\s*$/.test(text)) return undefined;
  const next = textIn(linesFrom(at.source, lineAt(at.source, at.start) + 1, lineAt(at.source, at.start) + 1));
  const inner = indentOf(next);
  return inner.length > indentOf(text).length && next.trim() !== '' ? { at: line, text: `${text}\n${block(inner)}` } : undefined;
}

/** So many lines, at most, are worth reading as a suggestion. */
const mostLines = 20;

/** `s3:*` becomes `s3:Get*`: a beginning from which what the workload needs is added by name. */
function readingActions({ focus }: Scene): Edit | undefined {
  if (focus.is !== 'grant' || focus.grant.actions.negated) return undefined;
  const wide = focus.grant.actions.patterns.flatMap(wholeService);
  const [first] = wide;
  if (!first || wide.some((w) => w.at.source !== first.at.source)) return undefined;
  const { source } = first.at;
  const numbers = wide.flatMap(({ at }) => [lineAt(source, at.start), lineAt(source, Math.max(at.start, at.end - 1))]);
  const [top, bottom] = [Math.min(...numbers), Math.max(...numbers)];
  if (bottom - top >= mostLines) return undefined;
  const lines = linesFrom(source, top, bottom);
  if (!isOfActions(textIn(lines), focus.grant.actions.patterns)) return undefined;
  let text = textIn(lines);
  for (const { at, written, narrow } of [...wide].sort((a, b) => b.at.start - a.at.start)) {
    const [from, to] = [at.start - lines.start, at.end - lines.start];
    text = text.slice(0, from) + text.slice(from, to).replace(written, () => narrow) + text.slice(to);
  }
  return text === textIn(lines) ? undefined : { at: lines, text };
}

/** Nothing stands there but the actions of the statement and the key above them. */
function isOfActions(text: string, patterns: readonly Text[]): boolean {
  const known = patterns.flatMap((pattern) => literal(pattern) ?? []).sort((a, b) => b.length - a.length);
  const rest = known.reduce((left, action) => left.replaceAll(action, ''), text);
  return /^[\s"'[\],=:{}-]*$/.test(rest.replace(/\bactions?\b/i, ''));
}

/** A pattern for all of one service that is written out where it stands. */
function wholeService(pattern: Text): readonly { readonly at: Span; readonly written: string; readonly narrow: string }[] {
  const written = literal(pattern);
  const service = written === undefined ? undefined : /^([a-z0-9-]{1,63}):\*$/.exec(written)?.[1];
  if (written === undefined || service === undefined || textIn(pattern.span).replace(/^['"]|['"]$/g, '') !== written) return [];
  return [{ at: pattern.span, written, narrow: `${service}:Get*` }];
}

/** Inputs of a log-in by a key, and those that take the job's own token instead. Words in capitals are the reader's to fill in. */
const logIns: readonly { readonly keys: RegExp; readonly instead: readonly string[] }[] = [
  {
    keys: /^\s*(?:aws-access-key-id|aws-secret-access-key|aws-session-token)\s*:\s*\S/,
    instead: ['role-to-assume: arn:aws:iam::ACCOUNT_ID:role/ROLE'],
  },
  {
    keys: /^\s*credentials_json\s*:\s*\S/,
    instead: [
      'workload_identity_provider: projects/PROJECT_NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER',
      'service_account: NAME@PROJECT_ID.iam.gserviceaccount.com',
    ],
  },
  {
    keys: /^\s*creds\s*:\s*\S/,
    instead: ['client-id: CLIENT_ID', 'tenant-id: TENANT_ID', 'subscription-id: SUBSCRIPTION_ID'],
  },
];

/** The inputs that hold a long-lived key give way to a log-in by the token of the job. */
function federatedLogin(_: Scene, at: Span): Edit | undefined {
  const { source } = at;
  const here = lineAt(source, at.start);
  const line = (n: number): string => (n < 0 || n >= lineStarts(source).length ? '' : textIn(linesFrom(source, n, n)));
  const logIn = logIns.find(({ keys }) => keys.test(line(here)));
  if (!logIn) return undefined;
  // A value that goes on in the next line would be left behind.
  const isWhole = (n: number): boolean => logIn.keys.test(line(n)) && !/[|>][-+0-9]*\s*$/.test(line(n));
  let [first, last] = [here, here];
  while (isWhole(first - 1)) first--;
  while (isWhole(last + 1)) last++;
  if (!isWhole(here)) return undefined;
  const indent = indentOf(line(first));
  const text = logIn.instead.map(
    (input, i) => `${indent}${input}${i === 0 ? ' # needs `id-token: write` in the permissions of the job' : ''}`,
  );
  return { at: linesFrom(source, first, last), text: text.join('\n') };
}
