import { describe, expect, it } from '@jest/globals';
import { dump, getScalarValue, load, parseEvents } from 'js-yaml';
import { filePath, locate, type Source } from '../../src/model/span.js';
import { dig, get, itemsOf, type Node, type ScalarNode } from '../../src/model/tree.js';
import { yaml } from '../../src/syntax/yaml/index.js';
import { decode } from '../../src/syntax/yaml/scalar.js';
import fc from '../house/seeded.js';
import { stopwatch } from '../house/stopwatch.js';
import { childrenInside, plain, slice, withDigits } from './tree-properties.js';

const source = (text: string): Source => ({ path: filePath('a.yaml'), side: 'head', text });
const parse = (text: string) => yaml.parse(source(text));
const root = (text: string): Node | undefined => parse(text).documents[0]?.root;

/** A stack as its author would write it: tags, block scalars, anchors, comments. */
const stack = `# owner: team-identity
Parameters:
  Bucket: {Type: String, Default: "a\\tb"}
Resources:
  Ci: # the deployer
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub '\${AWS::StackName}-ci'
      Tags: &tags
        - {Key: owner, Value: team-identity}
      ManagedPolicyArns:
      - !Ref Policy
      -  !Sub
        - "arn:\${P}"
        - P: aws
      Description: >-
        folded
        text

        with a paragraph
  Other:
    Tags: *tags
    Empty:
    Script: |2
        indented
      less
`;

describe('yaml values', () => {
  it('reads a document with tags, anchors and block scalars', () => {
    const { documents, comments, gaps } = parse(stack);
    const tree = documents[0]?.root;
    expect(gaps).toEqual([]);
    expect(plain(dig(tree, 'Resources', 'Ci', 'Properties'))).toEqual({
      RoleName: '${AWS::StackName}-ci',
      Tags: [{ Key: 'owner', Value: 'team-identity' }],
      ManagedPolicyArns: ['Policy', ['arn:${P}', { P: 'aws' }]],
      Description: 'folded text\nwith a paragraph',
    });
    expect(plain(dig(tree, 'Resources', 'Other'))).toEqual({
      Tags: [{ Key: 'owner', Value: 'team-identity' }],
      Empty: null,
      Script: '  indented\nless\n',
    });
    expect(dig(tree, 'Resources', 'Ci', 'Properties', 'RoleName')?.tag).toBe('!Sub');
    expect(itemsOf(dig(tree, 'Resources', 'Ci', 'Properties', 'ManagedPolicyArns')).map((n) => n.tag)).toEqual(['!Ref', '!Sub']);
    expect(comments.map((c) => c.text)).toEqual(['owner: team-identity', 'the deployer']);
  });

  it('resolves plain scalars by the core schema of YAML 1.2', () => {
    const written = [
      'on',
      'yes',
      'Off',
      '~',
      'null',
      'True',
      '12',
      '-0',
      '+5',
      '0o17',
      '0x1F',
      '1.',
      '.5',
      '1e3',
      '-.inf',
      '.nan',
      '2026-11-21',
      '1_000',
      '12:30',
    ];
    for (const value of written) expect(plain(root(`a: ${value}`))).toEqual({ a: load(value) });
    expect(plain(root('a: "12"\nb: \'true\'\nc: !!str 12\nd: !!int "12"\ne: ! 12\nf: !Ref 12'))).toEqual({
      a: '12',
      b: 'true',
      c: '12',
      d: 12,
      e: '12',
      f: '12',
    });
  });

  it('keeps digits that a number would lose', () => {
    expect(plain(root('a: 103950938504938450293\nb: 012345678901\nc: 0644'))).toEqual({
      a: '103950938504938450293',
      b: '012345678901',
      c: '0644',
    });
  });

  it('keeps keys as they are written', () => {
    const tree = root('012345678901: a\n1.0: b\ntrue: c\n"quoted": d\n? [x, y]\n: e\n~: f\n');
    expect(tree?.kind === 'map' && tree.entries.map((e) => e.key.value)).toEqual(['012345678901', '1.0', 'true', 'quoted', '[x, y]', '~']);
  });

  it('keeps duplicate keys; the last one counts', () => {
    const tree = root('a: 1\na: 2\n');
    expect(tree?.kind === 'map' && tree.entries.length).toBe(2);
    expect(plain(get(tree, 'a'))).toBe(2);
  });

  it('reads a stream of documents; an empty one is null', () => {
    expect(parse('a: 1\n---\n---\n- b\n...\n---\n# nothing\n').documents.map((d) => plain(d.root))).toEqual([{ a: 1 }, null, ['b'], null]);
    expect(parse('').documents).toEqual([]);
    expect(parse('# only a comment\n')).toMatchObject({ documents: [], comments: [{ text: 'only a comment' }], gaps: [] });
  });

  it.each([
    ['a: 1\r\nb:\r\n- |\r\n  x\r\n  y\r\n', { a: 1, b: ['x\ny\n'] }],
    ['\ufeffa: 1\n', { a: 1 }],
    ['a:\t1\t# c\n', { a: 1 }],
    ['{\n\t"a": [1,\n\t2]\n}', { a: [1, 2] }],
    ['[a: 1, {b: c}: d, e]', [{ a: 1 }, { '{b: c}': 'd' }, 'e']],
    ['- - a\n  - b\n-\n- c:\n', [['a', 'b'], null, { c: null }]],
  ])('reads %j', (text, value) => {
    expect(parse(text).gaps).toEqual([]);
    expect(plain(root(text))).toEqual(value);
    childrenInside(root(text));
  });
});

describe('yaml aliases and merge keys', () => {
  it('merges; explicit keys win, then the first source', () => {
    const tree = root(
      'a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  z: 3\nd:\n  <<: *a\n  x: 0\ne: {"<<": 1}\nf:\n  <<: text\n',
    );
    expect(plain(tree)).toMatchObject({ c: { x: 1, y: 1, z: 3 }, d: { x: 0, y: 1 }, e: { '<<': 1 }, f: { '<<': 'text' } });
  });

  it('gives an aliased value its place of definition', () => {
    const role = get(root('a: &r arn:x\nb: *r\n'), 'b');
    expect(role && locate(role.span)).toMatchObject({ startLine: 1, startColumn: 7 });
  });

  it('stops an alias bomb', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i}: &l${i} [${i === 0 ? 'x' : `${`*l${i - 1}, `.repeat(9)}*l${i - 1}`}]`);
    const { documents, gaps } = parse(levels.join('\n'));
    expect(documents).toHaveLength(1);
    expect(gaps).toMatchObject([{ kind: 'too-large' }]);
    expect(get(documents[0]?.root, 'l29')).toMatchObject({ items: Array(10).fill({ kind: 'unknown' }) });
  });

  it('does not follow a circle', () => {
    const { documents, gaps } = parse('a: &a\n  b: *a\n  c: *nowhere\n---\nd: *a\n');
    expect(plain(documents[0]?.root)).toEqual({ a: { b: 'unknown: an alias contains itself', c: 'unknown: an alias has no anchor' } });
    expect(plain(documents[1]?.root)).toEqual({ d: 'unknown: an alias has no anchor' });
    expect(gaps.map((g) => g.kind)).toEqual(['too-large', 'unparsed']);
  });
});

describe('yaml places', () => {
  it('slices each scalar to its text', () => {
    const tree = root(stack);
    expect(slice(dig(tree, 'Resources', 'Ci', 'Type') as Node)).toBe('AWS::IAM::Role');
    expect(slice(dig(tree, 'Resources', 'Ci', 'Properties', 'RoleName') as Node)).toBe("'${AWS::StackName}-ci'");
    expect(slice(dig(tree, 'Resources', 'Ci', 'Properties', 'Description') as Node)).toMatch(/^>-\n {8}folded[\s\S]*paragraph$/);
    expect(slice(dig(tree, 'Parameters', 'Bucket') as Node)).toBe('{Type: String, Default: "a\\tb"}');
    expect(slice(dig(tree, 'Resources', 'Ci') as Node)).toMatch(/^Type: [\s\S]*paragraph$/);
    const empty = dig(tree, 'Resources', 'Other', 'Empty');
    expect(empty && locate(empty.span)).toMatchObject({ startLine: 23, startColumn: 11, endColumn: 11 });
  });

  it.each([
    'a: |\n  x\n  {"b": 1}\n',
    'a: >\n  x\n  y\n\n  z\n',
    'a: "x\\ny\\u0041 z\n  w"\n',
    "a: 'it''s\n\n  so'\n",
    'a: x\n  y\n',
    'a: |\r\n  x\r\n  y\r\n',
    'a: [\n"x\ny"]',
  ])('leads from each character of %j to the source', (text) => {
    const node = get(root(text), 'a');
    const { value, offsets } = (node?.kind === 'list' ? node.items[0] : node) as ScalarNode;
    const at = (o: number): number => {
      const i = offsets?.from.findLastIndex((f) => f <= o) ?? -1;
      return (offsets?.to[i] ?? Number.NaN) + o - (offsets?.from[i] ?? 0);
    };
    const written = String(value);
    for (let i = 0; i < written.length; i++) {
      if (/[\w{}":]/.test(written.charAt(i)) && text[at(i)] !== '\\') expect(text[at(i)]).toBe(written[i]);
    }
  });

  it('does not take a # in a scalar for a comment', () => {
    const { comments } = parse('a: "# no"\nb: c#no\nd: |  # yes\n  # no\ne: [x, # yes\n y]\nf: &a#no g\n');
    expect(comments.map((c) => c.text)).toEqual(['yes', 'yes']);
  });
});

describe('yaml in the wild', () => {
  it('reads closers and quoted lines that stand too far left', () => {
    const text = 'a:\n  b: [\n    x,\n  y\n]\n  c: "one\ntwo"\nd:\n    e: {\n    "f": "g"\n}\nh: i # end\n';
    const { documents, comments, gaps } = parse(text);
    expect(gaps).toEqual([]);
    const tree = documents[0]?.root;
    expect(plain(tree)).toEqual({ a: { b: ['x', 'y'], c: 'one two' }, d: { e: { f: 'g' } }, h: 'i' });
    expect(slice(get(tree, 'h') as Node)).toBe('i');
    expect(slice(dig(tree, 'd', 'e') as Node)).toBe('{\n    "f": "g"\n}');
    expect(comments.map(slice)).toEqual(['# end']);
    childrenInside(tree);
  });

  it('does not let one bad document hide the others', () => {
    const text = '# a\na: 1\n---\nb: [1\n---\nc: "x\n---\n# d\nd: 4\n';
    const { documents, comments, gaps } = parse(text);
    expect(documents.map((d) => plain(d.root))).toEqual([{ a: 1 }, { d: 4 }]);
    expect(slice(get(documents[1]?.root, 'd') as Node)).toBe('4');
    expect(comments.map((c) => c.text)).toEqual(['a', 'd']);
    expect(gaps.map((g) => g.kind)).toEqual(['unparsed', 'unparsed']);
  });

  it('keeps directives with their document', () => {
    expect(parse('a: {\n---\nx: 1\n...\n%YAML 1.2\n# c\n---\nb: 2\n---\na: [\n---\n]\n').documents.map((d) => plain(d.root))).toEqual([
      { x: 1 },
      { b: 2 },
    ]);
  });

  it('counts broken documents instead of drowning the report', () => {
    const { gaps } = parse('a: [\n---\n'.repeat(500));
    expect(gaps.length).toBeLessThan(25);
    expect(gaps.at(-1)?.reason).toMatch(/\d+ more documents/);
  });

  it('tells no source text in its gaps', () => {
    const secret = 'AKIAQ3EXAMPLESECRET0';
    for (const text of [
      `a: !${secret}{} b`,
      `a: !${secret}!x b`,
      `a: "${secret}`,
      `a: b: ${secret}`,
      `a: *${secret}`,
      `- ${secret}\n ${secret}: [`,
    ]) {
      const { gaps } = parse(text);
      expect(gaps.length).toBeGreaterThan(0);
      expect(gaps.map((g) => g.reason).join()).not.toContain(secret);
    }
  });
});

describe('yaml under attack', () => {
  it.each(['[', '{a: ', '- ', '? ', '[{a: '])('survives 100 000 levels of %j', (open) => {
    expect(parse(open.repeat(100_000)).gaps[0]?.kind).toBe('too-large');
  });

  it('reads as deep as the limit', () => {
    const { documents, gaps } = parse('['.repeat(199) + ']'.repeat(199));
    expect(gaps).toEqual([]);
    expect(documents).toHaveLength(1);
  });

  it.each(['[],', '-\n', 'a,', '---\n'])('refuses 20 million characters of %j', (unit) => {
    const { documents, gaps } = parse(`[${unit.repeat(20_000_000 / unit.length - 1)}`);
    expect(documents).toEqual([]);
    expect(gaps).toMatchObject([{ kind: 'too-large' }]);
  });

  it.each([
    ['lines that each need a repair', `a:\n b: [\n${'x,\n'.repeat(200_000)}]`],
    ['documents that are all broken', 'a: [\n---\n'.repeat(100_000)],
    ['empty documents behind a long comment', `#${'x'.repeat(1_000_000)}\n${'---\n'.repeat(100_000)}`],
    ['one long line', `a: ${'x '.repeat(2_000_000)}`],
    ['anchors', '- &a x\n- *a\n'.repeat(100_000)],
    ['pipes in a header', `${'| '.repeat(100_000)}|\n  x`],
    ['comments', '#\n'.repeat(500_000)],
  ])('is done soon with %s', (_, text) => {
    const spent = stopwatch();
    parse(text);
    expect(spent()).toBeLessThan(8000);
  });
});

const key = fc.stringMatching(/^[a-zA-Z_][\w-]{0,8}$/);
const leaf = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', "'", '"', '#', ':', '-', '\\', '\t', 'é', '{') }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const value = fc.letrec((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('node'), { maxLength: 4 }), fc.dictionary(key, tie('node'), { maxKeys: 4 })),
})).node;

describe('yaml properties', () => {
  it('equals load on what dump writes', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(-1, 0, 2), fc.constantFrom(-1, 20, 80), (v, flowLevel, lineWidth) => {
        const text = dump(v, { flowLevel, lineWidth, noRefs: true });
        const { documents, gaps } = parse(text);
        expect(gaps).toEqual([]);
        expect(plain(documents[0]?.root)).toEqual(load(text));
        childrenInside(documents[0]?.root);
      }),
      { numRuns: 500 },
    );
  });

  it('equals JSON.parse on JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (v, indent) => {
        const text = JSON.stringify(v, undefined, indent);
        const { documents, gaps } = parse(text);
        // YAML forbids some characters that JSON allows.
        fc.pre(gaps.length === 0);
        expect(plain(documents[0]?.root)).toEqual(withDigits(JSON.parse(text)));
        childrenInside(documents[0]?.root);
      }),
    );
  });

  const soup = fc
    .array(
      fc.constantFrom(
        'a',
        'b: ',
        '- ',
        '\n',
        '\n  ',
        '? ',
        ': ',
        '{',
        '}',
        '[',
        ']',
        ', ',
        '"',
        "'",
        '|\n',
        '>-\n',
        '# ',
        '&x ',
        '*x',
        '!t ',
        '---\n',
        '\t',
        '<<: ',
        '\r\n',
        '{{ x }}',
        '%Y',
        '\\',
      ),
    )
    .map((p) => p.join(''));

  it('decodes every scalar as js-yaml does', () => {
    fc.assert(
      fc.property(soup, (text) => {
        let events: ReturnType<typeof parseEvents>;
        try {
          events = parseEvents(text, {});
        } catch {
          return;
        }
        for (const event of events)
          if (event.type === 4 && event.valueStart >= 0) expect(decode(text, event, (o) => o).value).toBe(getScalarValue(text, event));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and every node stands in the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), soup), (text) => {
        const { documents, comments, gaps } = parse(text);
        // What is aliased or merged stands somewhere else.
        if (!text.includes('*') && !text.includes('<<')) for (const { root: tree } of documents) childrenInside(tree);
        for (const c of comments) expect(slice(c)).toMatch(/^#/);
        for (const g of gaps) expect(typeof g.at === 'object' && g.at.start <= text.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
