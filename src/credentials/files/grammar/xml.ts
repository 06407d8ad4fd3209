/** XML in one pass: texts of elements and values of attributes. Entities of its own are never opened. */
import type { Entry, Grammar, Scope } from '../entry.js';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (raw: string): string => raw.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole);

const attribute = /(?<![\w:.-])([\w:.-]{1,200})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g;
/** Longer tags are data. */
const longestTag = 20_000;

/** Where markup that is no element ends: comments, declarations, marked sections. */
function skipped(text: string, at: number): number | undefined {
  const close = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : text.startsWith('<!', at) ? '>' : undefined;
  if (close === undefined || text.startsWith('<![CDATA[', at)) return undefined;
  const end = text.indexOf(close, at + 2);
  return end < 0 ? text.length : end + close.length;
}

/** Entries of an XML text. An element without elements in it is an entry of the element around it. */
export const xml: Grammar = (text) => {
  const entries: Entry[] = [];
  let scope: Scope | undefined;
  let content = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const past = skipped(text, at);
    if (past !== undefined) {
      at = past;
      continue;
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (scope && end > 0)
        entries.push({ scope: scope.parent, key: scope.key, value: text.slice(at + 9, end), start: at + 9, end, quoted: true });
      at = end < 0 ? text.length : end + 3;
      content = at;
      continue;
    }
    const close = text.indexOf('>', at);
    const end = close < 0 ? text.length : close + 1;
    if (text[at + 1] === '/') {
      if (scope) entries.push(...textEntry(text, scope, content, at));
      scope = scope?.parent;
    } else if (end - at <= longestTag) {
      const tag = text.slice(at, end);
      const element: Scope = { key: /^<([\w:.-]{1,200})/.exec(tag)?.[1] ?? '', ...(scope && { parent: scope }) };
      entries.push(...attributesOf(tag, at, element));
      if (!tag.endsWith('/>') && element.key !== '') scope = element;
    }
    at = end;
    content = end;
  }
  return entries;
};

function textEntry(text: string, scope: Scope, from: number, to: number): readonly Entry[] {
  const raw = text.slice(from, Math.min(to, from + longestTag));
  const value = raw.trim();
  if (value === '' || value.includes('<')) return [];
  const start = from + raw.indexOf(value);
  return [{ scope: scope.parent, key: scope.key, value: plain(value), start, end: start + value.length, quoted: true }];
}

function attributesOf(tag: string, at: number, scope: Scope): readonly Entry[] {
  return [...tag.matchAll(attribute)].map((found) => {
    const raw = found[2] ?? found[3] ?? '';
    const start = at + found.index + found[0].length - 1 - raw.length;
    return { scope, key: `@${found[1]}`, value: plain(raw), start, end: start + raw.length, quoted: true };
  });
}
