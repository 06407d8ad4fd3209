/** What each medium would take for more than text. */

/** Tags that the Markdown report writes itself. */
const ownTags = /<\/?(?:br|sub|details|summary)>/g;

/** Everything that GitHub would turn into something, outside of code spans. */
export function liveMarkdown(markdown: string): readonly string[] {
  return markdown.split('\n').flatMap((line) => {
    const prose = withoutCode(line.replace(/^(?:#{2,3} |- )/, ''))
      .replace(ownTags, ' ')
      .replaceAll('**', ' ');
    const found = [
      ['markup', /(?<!\\)(?:\\\\)*[[\]*_<>|$~`]/],
      // The rest is looked for after escapes and entities are gone.
      ['a mention', /@[a-z0-9]/i],
      ['an entity', /&(?!amp;|lt;)/],
    ] as const;
    const shown = prose
      .replace(/\\([!-/:-@[-`{-~])/g, '$1')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');
    const later = [
      ['a mention', /@[a-z0-9]/i],
      ['a reference', /#\d|\b[A-Z]+-\d/],
      ['an address', /:\/\/|\bwww\./i],
      ['a commit', /\b[0-9a-f]{7,40}\b/],
      ['an emoji', /:[a-z0-9_+-]+:/],
    ] as const;
    return [
      ...found.filter(([, pattern]) => pattern.test(prose)).map(([what]) => `${what}: ${line}`),
      ...later.filter(([, pattern]) => pattern.test(shown)).map(([what]) => `${what}: ${line}`),
      ...(/^\s*(?:#|>|\||-{3}|\d+\.|```)/.test(line.replace(/^#{2,3} /, '')) ? [`structure: ${line}`] : []),
    ];
  });
}

/** Takes code spans out as CommonMark has them: a run of backticks closes with the next run of the same length. */
function withoutCode(line: string): string {
  let out = '';
  let at = 0;
  while (at < line.length) {
    const run = /^`+/.exec(line.slice(at))?.[0];
    if (run === undefined) {
      // A backslash takes the force out of what follows it.
      const step = line[at] === '\\' ? 2 : 1;
      out += line.slice(at, at + step);
      at += step;
      continue;
    }
    const closing = [...line.slice(at + run.length).matchAll(/`+/g)].find(([ticks]) => ticks.length === run.length);
    out += closing ? ' ' : run;
    at += run.length + (closing ? closing.index + run.length : 0);
  }
  return out;
}

/** A small check that a document is well-formed: tags nest, attributes are quoted, nothing bare stands between. */
export function xmlProblems(xml: string): readonly string[] {
  return nestingProblems(xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, ''), new Set());
}

export function htmlProblems(html: string): readonly string[] {
  const known = new Set(['html', 'head', 'meta', 'title', 'style', 'body', 'h1', 'h2', 'p', 'table', 'tr', 'th', 'td', 'div', 'span']);
  const body = html.replace(/^<!doctype html>\n/, '').replace(/<style>[^<]*<\/style>/, '');
  const tags = [...body.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name = '']) => name).filter((name) => !known.has(name));
  const attributes = [...body.matchAll(/\s(on\w+|src|href|style)=/gi)].filter(({ index }) => insideTag(body, index));
  return [
    ...tags.map((name) => `tag ${name}`),
    ...attributes.map(([name]) => `attribute ${name}`),
    ...nestingProblems(body, new Set(['meta'])),
  ];
}

const insideTag = (text: string, index: number): boolean => text.lastIndexOf('<', index) > text.lastIndexOf('>', index);

function nestingProblems(text: string, empty: ReadonlySet<string>): readonly string[] {
  const open: string[] = [];
  const problems: string[] = [];
  const tag = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g;
  const bare = text.replace(tag, (_, closing: string, name: string, _attributes: string, self: string) => {
    if (closing) {
      if (open.pop() !== name) problems.push(`</${name}> closes nothing`);
    } else if (!self && !empty.has(name)) open.push(name);
    return '';
  });
  if (/[<>]/.test(bare)) problems.push(`bare bracket in ${bare.slice(Math.max(0, bare.search(/[<>]/) - 20)).slice(0, 60)}`);
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) problems.push('bare ampersand');
  return [...problems, ...open.map((name) => `<${name}> stays open`)];
}

/** RFC 4180; every cell is quoted. */
export function parseCsv(csv: string): readonly (readonly string[])[] {
  return csv
    .split('\r\n')
    .slice(0, -1)
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell = '']) => cell.replaceAll('""', '"')));
}
