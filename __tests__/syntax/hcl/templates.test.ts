import { describe, expect, it } from '@jest/globals';
import type { TemplateText } from '../../../src/syntax/hcl/ast.js';
import { expression, parse, showPart, slice } from './trees.js';

function partsOf(source: string) {
  const e = expression(source);
  if (e.kind !== 'template') throw new Error(`a ${e.kind}`);
  return e.parts;
}
const shown = (source: string): string => partsOf(source).map(showPart).join('');

function onlyText(source: string): TemplateText {
  const [part, ...more] = partsOf(source);
  if (part?.kind !== 'text' || more.length > 0) throw new Error('not one text');
  return part;
}

/** For each character of the text: where it stands in the source. */
function places({ text, offsets, span }: TemplateText): readonly number[] {
  return [...Array(text.length).keys()].map((o) => {
    if (!offsets) return span.start + o;
    const i = offsets.from.findLastIndex((f) => f <= o);
    return (offsets.to[i] ?? 0) + o - (offsets.from[i] ?? 0);
  });
}

describe('quoted strings', () => {
  it.each([
    ['""', ''],
    ['"plain"', 'plain'],
    ['"a \\"b\\" \\\\ c"', 'a "b" \\ c'],
    ['"\\n\\r\\t"', '\n\r\t'],
    ['"\\u00e9\\U0001F511"', 'é🔑'],
    ['"$${a} %%{b}"', '${a} %{b}'],
    ['"$ % $$ %% {} 100% $5"', '$ % $$ %% {} 100% $5'],
    ['"$$${a}"', '$${a}'],
    ['"# // /* none */"', '# // /* none */'],
    ['"C:\\dir \\u12"', 'C:\\dir \\u12'],
  ])('%s', (source, text) => expect(shown(source)).toBe(text));

  it('of nothing has no part', () => expect(partsOf('""')).toEqual([]));

  it('is not closed by the next line', () => {
    const file = parse('x = "a\ny = 1\n');
    expect(file.gaps).toHaveLength(1);
    expect(file.body.attributes.map((a) => a.name)).toEqual(['y']);
  });
});

describe('sequences', () => {
  it.each([
    ['"${a}"', '${a}'],
    ['"a-${ b.c }-${f("x", "${y}")}!"', 'a-${b.c}-${f("x" "${y}")}!'],
    ['"${\n  [1,\n 2] # note\n}"', '${[1 2]}'],
    ['"${{ a = "}" }["a"]}"', '${{"a": "}"}["a"]}'],
    ['"%{ if a }yes%{ else }no%{ endif }"', '%{if a|yes|no}'],
    ['"%{if a}yes%{endif}!"', '%{if a|yes|}!'],
    ['"%{ for k, v in m }${k}=${v};%{ endfor }"', '%{for k,v m =>|${k}=${v};}'],
    ['"%{ if a }%{ for x in xs }%{ if x }1%{ else }2%{ endif }%{ endfor }%{ endif }"', '%{if a|%{for x xs =>|%{if x|1|2}}|}'],
  ])('%s', (source, text) => expect(shown(source)).toBe(text));

  it.each([
    ['"a ${~ b ~} c"', 'a${b}c'],
    ['"a\\n ${~ b } c"', 'a${b} c'],
    ['"a ${ b ~}\\t\\n c"', 'a ${b}c'],
    ['"  ${~ a ~}  ${~ b ~}  "', '${a}${b}'],
    ['"a %{~ if b ~} c %{~ else ~} d %{~ endif ~} e"', 'a%{if b|c|d}e'],
    ['"${a ~}${b} c"', '${a}${b} c'],
  ])('strip markers: %s', (source, text) => expect(shown(source)).toBe(text));

  it.each([
    '"${}"',
    '"${a"',
    '"${a b}"',
    '"%{ if a }"',
    '"%{ endif }"',
    '"%{ for x in xs }%{ endif }"',
    '"%{ if a }%{ else }%{ else }%{ endif }"',
    '"%{ while a }%{ endwhile }"',
  ])('refused: %s', (source) => expect(parse(`x = ${source}\n`).gaps).toHaveLength(1));
});

describe('heredocs', () => {
  it.each([
    ['<<E\nE', ''],
    ['<<E\na\n  b\nE', 'a\n  b\n'],
    ['<<E\n  a\n  E', '  a\n'],
    ['<<END_1-x\nEND_1\nEND_1-x', 'END_1\n'],
    ['<<E\nE of it\nthe E\nE', 'E of it\nthe E\n'],
    ['<<E\n\\n "quotes" $${a} %%{b}\nE', '\\n "quotes" ${a} %{b}\n'],
    ['<<E\n# a\n// b\nE', '# a\n// b\n'],
    ['<<E\n${a}\n${\nE\n}\nE', '${a}\n${E}\n'],
    ['<<E\n%{ for x in xs ~}\n  ${x}\n%{ endfor ~}\nE', '%{for x xs =>|  ${x}\n}'],
    ['<<E\r\na\r\n  E\r', 'a\r\n'],
  ])('%j', (source, text) => expect(shown(source)).toBe(text));

  it.each([
    ['<<-E\n    a\n      b\n    E', 'a\n  b\n'],
    ['<<-E\n    a\n\n  \n  b\n E', '  a\n\n  \nb\n'],
    ['<<-E\n\ta\n\t\tb\nE', 'a\n\tb\n'],
    ['<<-E\n  a ${b}\n    ${c} d\n  E', 'a ${b}\n  ${c} d\n'],
    ['<<-E\n  a\n${b}\nE', '  a\n${b}\n'],
    ['<<-E\n  $${a}\n    b\nE', '${a}\n  b\n'],
    ['<<-E\n  a\n  b', undefined],
  ])('un-indented: %j', (source, text) => {
    if (text === undefined) expect(parse(`x = ${source}\n`).gaps).toHaveLength(1);
    else expect(shown(source)).toBe(text);
  });

  it('ends at the end of the file too', () => expect(parse('x = <<E\na\nE').gaps).toEqual([]));

  it('stands from its first to its last marker', () => {
    const e = expression('<<-E\n  a\n  E');
    expect([e.kind === 'template' && e.heredoc, slice(e.span)]).toEqual([true, '<<-E\n  a\n  E']);
  });

  it('may be followed by more of the expression', () => {
    expect(parse('x = f(<<A\na\nA\n, [<<B\nb\nB\n])\ny = 1\n')).toMatchObject({ gaps: [], body: { attributes: [{}, { name: 'y' }] } });
  });
});

describe('places of text', () => {
  it('are the span alone when nothing moved', () => {
    expect(onlyText('"plain"').offsets).toBeUndefined();
    expect(onlyText('<<E\na\n b\nE').offsets).toBeUndefined();
  });

  it.each([
    ['"a\\n\\"b\\u00e9c"', [0, 1, 3, 5, 6, 12]],
    ['"\\U0001F511!"', [0, 1, 10]],
    ['"x$${y}%%{z}"', [0, 2, 3, 4, 5, 7, 8, 9, 10]],
  ])('behind escapes: %s', (source, expected) => {
    const text = onlyText(source);
    expect(places(text).map((p) => p - text.span.start)).toEqual(expected);
  });

  it('in an un-indented heredoc', () => {
    const text = onlyText('<<-E\n    {\n      "a": 1\n    }\n  E');
    expect(text.text).toBe('{\n  "a": 1\n}\n');
    expect(
      places(text)
        .map((p) => text.span.source.text.charAt(p))
        .join(''),
    ).toBe(text.text);
  });
});
