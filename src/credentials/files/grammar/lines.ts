/** Files of one setting a line: dotenv, INI, properties, shell exports, Terraform variables. */
import type { Entry, Grammar, Scope } from '../entry.js';

/** Longer lines are data. */
const longestLine = 20_000;

/** Calls back with each line and where it begins; lines that are too long are cut. */
export function eachLine(text: string, visit: (line: string, start: number) => void): void {
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    visit(text.slice(at, Math.min(end, at + longestLine)).replace(/\r$/, ''), at);
    at = end + 1;
  }
}

const setting =
  /^(\s{0,200}(?:-\s{1,20})?(?:export\s{1,20}|set\s{1,20}|setx\s{1,20}|\$env:)?(["']?)([\w.:/@~*-]{1,300})\2\s{0,200}(?:=>|:=|[:=])\s{0,200})(.*)$/;

/** The value at the end of a line: quotes are taken off, and a comment after it. */
export function valueAt(written: string, start: number): Pick<Entry, 'value' | 'start' | 'end' | 'quoted'> {
  const quote = /^["'`]/.exec(written)?.[0];
  const close = quote === undefined ? -1 : closing(written, quote);
  if (quote !== undefined && close > 0) {
    const raw = written.slice(1, close);
    const value = quote === '"' ? raw.replace(/\\(["\\$`])/g, '$1') : raw;
    return { value, start: start + 1, end: start + close, quoted: true };
  }
  const comment = written.search(/^[#;](?=\s)|\s[#;]|\s\/\//);
  const value = (comment < 0 ? written : written.slice(0, comment)).trimEnd().replace(/[,;]$/, '');
  return { value, start, end: start + value.length, quoted: false };
}

function closing(written: string, quote: string): number {
  let at = 1;
  while (at < written.length && written[at] !== quote) at += written[at] === '\\' && quote === '"' ? 2 : 1;
  return at < written.length ? at : -1;
}

/** `key = value`, `key: value`, `export KEY="value"`, below `[sections]`. */
export const settings: Grammar = (text) => {
  const entries: Entry[] = [];
  let scope: Scope | undefined;
  eachLine(text, (line, start) => {
    const section = /^\s{0,200}\[([^[\]]{1,300})\]\s*(?:[#;].*)?$/.exec(line)?.[1];
    if (section !== undefined) scope = { key: section.trim() };
    if (section !== undefined || /^\s*(?:#|;|\/\/\s|!|--)/.test(line)) return;
    const found = setting.exec(line);
    const [before, key, rest] = [found?.[1], found?.[3], found?.[4]];
    if (before === undefined || key === undefined || !rest) return;
    entries.push({ scope, key, ...valueAt(rest, start + before.length) });
  });
  return entries;
};
