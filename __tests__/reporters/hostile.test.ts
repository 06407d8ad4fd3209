/** Whatever a reviewed file calls its things, no medium takes it for anything but a name. */
import { describe, expect, it } from '@jest/globals';
import { filePath } from '../../src/model/span.js';
import { formats, reporters } from '../../src/reporters/index.js';
import { texts } from './hostile-texts.js';
import { htmlProblems, liveMarkdown, parseCsv, xmlProblems } from './inert.js';
import { everyKind, findingOf, identityOf, outcomeOf, placeOf } from './outcomes.js';

/** As everything at once, paths included. */
const said = (text: string) => everyKind(text === '' ? 'x' : text);
const rendered = new Map<string, string>();
function render(id: string, text: string): string {
  const key = `${id} ${text}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const out = reporters.find((r) => r.id === id)?.render(said(text), { color: false });
  if (out === undefined) throw new Error(`no reporter ${id}`);
  rendered.set(key, out);
  return out;
}

/** What no text of ours has in it: controls but the line feed, and characters that are not seen (the joiner is ours). */
const unseen = /(?![\n\u2060])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe]/u;

describe.each(formats.map((id) => [id] as const))('%s', (id) => {
  it.each(texts.map((text) => [JSON.stringify(text), text]))('%s', (_, text) => {
    const out = render(id, text);
    expect(out.replaceAll('\r\n', '\n')).not.toMatch(unseen);
    expect(out).not.toContain('undefined');
    const lines = out.split(/[\n\r]/).map((line) => line.trim());
    // The runner obeys both forms in what a step prints.
    expect(lines.filter((line) => line.includes('##['))).toEqual([]);
    const commands = lines.filter((line) => line.startsWith('::'));
    expect(commands.length).toBe(id === 'annotations' ? 22 : 0);
  });
});

describe('structure', () => {
  it.each(texts.map((text) => [JSON.stringify(text), text]))('of each format holds with %s', (_, text) => {
    expect(liveMarkdown(render('markdown', text))).toEqual([]);
    expect(xmlProblems(render('junit', text))).toEqual([]);
    expect(htmlProblems(render('html', text))).toEqual([]);
    for (const row of parseCsv(render('csv', text))) {
      expect(row.length).toBe(18);
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@|%＝＋－＠]/);
    }
  });

  it('of JSON is the outcome itself, to the character', () => {
    for (const text of texts) expect(JSON.parse(render('json', text))).toEqual(JSON.parse(JSON.stringify(said(text))));
  });

  it('of each format has as many parts as with a plain name', () => {
    for (const text of texts) {
      expect(JSON.parse(render('gitlab', text)).length).toBe(JSON.parse(render('gitlab', 'x')).length);
      for (const id of ['markdown', 'terminal', 'html', 'junit', 'csv'])
        expect(`${id} ${render(id, text).split('\n').length}`).toBe(`${id} ${render(id, 'x').split('\n').length}`);
    }
  });

  it('of a workflow command keeps what belongs to it', () => {
    const path = filePath('a,line=1::x%0A,b.tf');
    const out = render('annotations', 'x').length;
    expect(out).toBeGreaterThan(0);
    const annotations = reporters.find((r) => r.id === 'annotations');
    const [line] =
      annotations?.render(outcomeOf({ findings: [findingOf({ location: placeOf('', 1, { path }) })] }), { color: false }).split('\n') ?? [];
    expect(line).toMatch(/^::error file=a%2Cline=1%3A%3Ax%250A%2Cb\.tf,line=1,endLine=1,col=3,endColumn=20,title=[^:]*::/);
  });

  it('of a coloured terminal holds no sequence but ours', () => {
    const terminal = reporters.find((r) => r.id === 'terminal');
    for (const text of texts) {
      const out = terminal?.render(said(text), { color: true }) ?? '';
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
      expect(out.replace(/\u001b\[(?:0|1|2|31|32|33|36)m/g, '')).not.toMatch(unseen);
    }
  });

  it('of the inventory holds too', () => {
    for (const text of texts) {
      const outcome = { ...said(text), mode: 'inventory' as const, identities: [identityOf({ name: text, key: text || 'x' })] };
      for (const r of reporters) expect(r.render(outcome, { color: false })).not.toContain('undefined');
      const markdown = reporters.find((r) => r.id === 'markdown')?.render(outcome, { color: false }) ?? '';
      expect(liveMarkdown(markdown)).toEqual([]);
    }
  });
});
