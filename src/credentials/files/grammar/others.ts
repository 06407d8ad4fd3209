/** Grammars that one tool alone has: netrc, pgpass, htpasswd, Dockerfile, PHP, and files that are one value. */
import type { Entry, Grammar, Scope } from '../entry.js';
import { eachLine, valueAt } from './lines.js';

/** `machine example.org login ada password x`: words in any layout. */
export const netrc: Grammar = (text) => {
  const entries: Entry[] = [];
  let scope: Scope | undefined;
  let key: string | undefined;
  for (const { 0: word, index } of text.matchAll(/#[^\n]*|\S+/g)) {
    if (word.startsWith('#') && key === undefined) continue;
    if (key === 'machine') scope = { key: word };
    else if (key !== undefined) entries.push({ scope, key, value: word, start: index, end: index + word.length, quoted: false });
    if (key === undefined && word === 'default') scope = { key: word };
    key = key === undefined && /^(?:machine|login|password|account)$/.test(word) ? word : undefined;
  }
  return entries;
};

/** Fields between colons, a backslash before those that belong to a field. */
const fieldsOf = (line: string): readonly string[] =>
  line
    .slice(0, 3000)
    .match(/(?:\\.|[^:\\]){0,2000}(?::|$)/g)
    ?.map((f) => f.replace(/:$/, '')) ?? [];

/** `host:port:database:user:password`. */
export const pgpass: Grammar = (text) => {
  const entries: Entry[] = [];
  eachLine(text, (line, start) => {
    const [host, , , user, password] = fieldsOf(line);
    if (line.startsWith('#') || host === undefined || user === undefined || !password) return;
    const scope = { key: host };
    const at = start + line.lastIndexOf(password);
    entries.push({ scope, key: 'user', value: user, start: at, end: at, quoted: false });
    entries.push({ scope, key: 'password', value: password.replace(/\\(.)/g, '$1'), start: at, end: at + password.length, quoted: false });
  });
  return entries;
};

/** `user:hash`. */
export const htpasswd: Grammar = (text) => {
  const entries: Entry[] = [];
  eachLine(text, (line, start) => {
    const [, user, value] = /^([^:#\s]{1,255}):(\S{1,500})\s*$/.exec(line) ?? [];
    if (user === undefined || value === undefined) return;
    const at = start + user.length + 1;
    entries.push({ scope: { key: user }, key: 'hash', value, start: at, end: at + value.length, quoted: false });
  });
  return entries;
};

const dockerSetting = /(?<![\w.-])([A-Za-z_][\w.-]{0,200})=("(?:[^"\\]|\\.){0,4000}"|'[^']{0,4000}'|[^\s"']{1,4000})/g;

/** `ENV` and `ARG` with what they set, over continued lines. */
export const dockerfile: Grammar = (text) => {
  const entries: Entry[] = [];
  let goesOn = false;
  eachLine(text, (line, start) => {
    const head = /^\s{0,200}(?:ONBUILD\s{1,20})?(?:ENV|ARG)\s{1,200}/i.exec(line)?.[0];
    if (head === undefined && (!goesOn || /^\s*#/.test(line))) return;
    const rest = line.slice(head?.length ?? 0);
    const from = start + (head?.length ?? 0);
    const pairs = [...rest.matchAll(dockerSetting)];
    for (const { 0: whole, 1: key = '', 2: written = '', index } of pairs)
      entries.push({ scope: undefined, key, ...valueAt(written, from + index + whole.length - written.length) });
    const [, before, key] = pairs.length === 0 ? (/^(([A-Za-z_]\w{0,200})\s{1,200})\S/.exec(rest) ?? []) : [];
    if (before !== undefined && key !== undefined)
      entries.push({ scope: undefined, key, ...valueAt(rest.slice(before.length), from + before.length) });
    goesOn = /\\\s*$/.test(line);
  });
  return entries;
};

const phpSetting =
  /(?:define\(\s{0,20}(['"])([\w-]{1,200})\1\s{0,20},\s{0,20}|(['"])([\w.-]{1,200})\3\]?\s{0,20}=>?\s{0,20}|\$([A-Za-z_]\w{0,200})\s{0,20}=\s{0,20})(?=['"])/;

/** `define('KEY', 'value')`, `'key' => 'value'`, `$key = 'value'`. */
export const php: Grammar = (text) => {
  const entries: Entry[] = [];
  eachLine(text, (line, start) => {
    const found = /^\s*(?:\/\/|#|\*|\/\*)/.test(line) ? null : phpSetting.exec(line);
    const key = found?.[2] ?? found?.[4] ?? found?.[5];
    if (!found || key === undefined) return;
    const at = found.index + found[0].length;
    entries.push({ scope: undefined, key, ...valueAt(line.slice(at), start + at) });
  });
  return entries;
};

/** A file that holds one value and nothing else. */
export const whole: Grammar = (text) => {
  const value = text.slice(0, 20_000).trim();
  const start = text.indexOf(value);
  return value === '' || /\s/.test(value) ? [] : [{ scope: undefined, key: '', value, start, end: start + value.length, quoted: false }];
};
