/** Generators of valid HCL, each text with what it has to be read as. */
import fc from '../../house/seeded.js';

export interface Generated {
  readonly text: string;
  /** As `show` prints it. */
  readonly shown: string;
}

const reserved = new Set(['for', 'in', 'if', 'true', 'false', 'null']);
const word = fc.stringMatching(/^[a-z_][a-z0-9_-]{0,6}$/).filter((w) => !reserved.has(w));
/** Blanks that may stand between any two tokens. */
const blank = fc.constantFrom('', ' ', '  ', '\t', ' /* note */ ');
/** Blanks inside brackets, where lines do not end anything. */
const gap = fc.constantFrom('', ' ', '\n', '\r\n  ', ' # note\n', '\n// note\n\n');
const separator = fc.tuple(gap, gap).map(([a, b]) => `${a},${b}`);

const number = fc.nat(99_999).map((n) => ({ text: String(n), shown: String(n) }));
const keyword = fc.constantFrom('true', 'false', 'null').map((text) => ({ text, shown: text }));
const variable = word.map((text) => ({ text, shown: text }));

/** Pairs of what is written between quotes and what it says. */
const character = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9 :/*#'.,é{}-]$/).map((c) => [c, c] as const),
  fc.constantFrom<readonly [string, string]>(
    ['\\n', '\n'],
    ['\\"', '"'],
    ['\\\\', '\\'],
    ['\\u0041', 'A'],
    ['$${', '${'],
    ['%%{', '%{'],
    ['$ ', '$ '],
  ),
);

const trailing = (shown: string): string => shown.slice(1, -1);

export const { expression: anyExpression } = fc.letrec<{ expression: Generated; operand: Generated; primary: Generated }>((tie) => {
  const several = fc.array(tie('expression'), { maxLength: 3, depthIdentifier: 'expression' });

  const template = fc
    .array(
      fc.oneof(
        character.map(([text, said]) => ({ text, shown: trailing(JSON.stringify(said)) })),
        fc
          .tuple(gap, tie('expression'), gap)
          .map(([a, e, b]) => ({ text: `\${${a}${e.text}${b}}`, shown: trailing(JSON.stringify(`\${${e.shown}}`)) })),
      ),
      { maxLength: 5, depthIdentifier: 'expression' },
    )
    .map((parts) => ({ text: `"${parts.map((p) => p.text).join('')}"`, shown: `"${parts.map((p) => p.shown).join('')}"` }));

  const tuple = fc.tuple(several, separator, gap, fc.boolean()).map(([items, comma, pad, last]) => ({
    text: `[${pad}${items.map((i) => i.text).join(comma)}${last && items.length > 0 ? comma : pad}]`,
    shown: `[${items.map((i) => i.shown).join(' ')}]`,
  }));

  const objectItem = fc.tuple(word, fc.constantFrom('=', ' = ', ' : '), tie('expression')).map(([key, sign, value]) => ({
    text: `${key}${sign}${value.text}`,
    shown: `"${key}": ${value.shown}`,
  }));
  const object = fc
    .tuple(
      fc.array(objectItem, { maxLength: 3, depthIdentifier: 'expression' }),
      fc.constantFrom(',', ' , ', '\n', ' # note\n', ',\n\n'),
      gap,
    )
    .map(([items, end, pad]) => ({
      text: `{${pad}${items.map((i) => i.text).join(end)}${pad}}`,
      shown: `{${items.map((i) => i.shown).join(', ')}}`,
    }));

  const call = fc.tuple(word, blank, several, separator, fc.boolean()).map(([name, pad, args, comma, expands]) => {
    const dots = expands && args.length > 0 ? '...' : '';
    return {
      text: `${name}${pad}(${args.map((a) => a.text).join(comma)}${dots === '' ? '' : ` ${dots}`})`,
      shown: `${name}(${args.map((a) => a.shown).join(' ')}${dots})`,
    };
  });

  const parenthesised = fc.tuple(gap, tie('expression'), gap).map(([a, e, b]) => ({ text: `(${a}${e.text}${b})`, shown: `<${e.shown}>` }));

  const forTuple = fc.tuple(word, tie('expression'), tie('expression'), fc.option(tie('expression'))).map(([name, from, value, when]) => ({
    text: `[for ${name} in ${from.text} : ${value.text}${when ? `\nif ${when.text}` : ''}]`,
    shown: `[for ${name} ${from.shown} => ${value.shown}${when ? ` if ${when.shown}` : ''}]`,
  }));

  const step = fc.oneof(
    word.map((name) => ({ text: `.${name}`, shown: `.${name}` })),
    tie('expression').map((key) => ({ text: `[${key.text}]`, shown: `[${key.shown}]` })),
  );
  const steps = fc
    .tuple(fc.oneof(variable, call, parenthesised), fc.array(step, { maxLength: 3, depthIdentifier: 'expression' }))
    .map(([first, rest]) => ({
      text: first.text + rest.map((s) => s.text).join(''),
      shown: first.shown + rest.map((s) => s.shown).join(''),
    }));

  const unary = fc.tuple(fc.constantFrom('!', '-'), blank, tie('primary')).map(([sign, pad, e]) => ({
    text: `${sign}${pad}${e.text}`,
    shown: `(${sign} ${e.shown})`,
  }));
  const binary = fc
    .tuple(tie('operand'), fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '<=', '>', '>=', '&&', '||'), blank, tie('operand'))
    .map(([a, sign, pad, b]) => ({ text: `${a.text} ${sign} ${pad}${b.text}`, shown: `(${sign} ${a.shown} ${b.shown})` }));
  const conditional = fc.tuple(tie('operand'), blank, tie('expression'), tie('expression')).map(([a, pad, b, c]) => ({
    text: `${a.text}${pad} ? ${b.text} : ${pad}${c.text}`,
    shown: `(if ${a.shown} ${b.shown} ${c.shown})`,
  }));

  return {
    expression: fc.oneof({ depthIdentifier: 'expression', depthSize: 'small', maxDepth: 5 }, tie('primary'), unary, binary, conditional),
    operand: fc.oneof({ depthIdentifier: 'expression', maxDepth: 5 }, tie('primary'), unary),
    primary: fc.oneof(
      { depthIdentifier: 'expression', depthSize: 'small', maxDepth: 5 },
      number,
      keyword,
      variable,
      template,
      tuple,
      object,
      steps,
      forTuple,
    ),
  };
});

const lineEnd = fc.constantFrom('\n', '\r\n', ' # note\n', '\n\n', ' /* note\n over lines */\n');

const attribute = fc
  .tuple(word, blank, anyExpression, lineEnd)
  .map(([name, pad, value, end]) => ({ name, text: `${name} ${pad}= ${value.text}${end}` }));

const heredoc = fc
  .tuple(word, fc.constantFrom('<<', '<<-'), fc.array(fc.stringMatching(/^ {0,4}[a-z"\\#{}]{0,8}$/), { maxLength: 4 }), lineEnd)
  .map(([name, sign, lines]) => ({ name, text: `${name} = ${sign}EOT\n${lines.map((l) => `${l}\n`).join('')}  EOT\n` }));

const { block } = fc.letrec<{ block: { readonly name: string; readonly text: string } }>((tie) => ({
  block: fc
    .tuple(
      word,
      fc.array(
        fc.oneof(
          word,
          word.map((w) => `"${w}"`),
        ),
        { maxLength: 2 },
      ),
      fc.array(fc.oneof({ depthIdentifier: 'block', maxDepth: 3 }, attribute, heredoc, tie('block')), { maxLength: 3 }),
      lineEnd,
    )
    .map(([name, labels, items, end]) => ({
      name,
      text: `${[name, ...labels].join(' ')} {${end}${items.map((i) => `  ${i.text}`).join('')}}${end}`,
    })),
}));

/** A file with the names of its top-level items. */
export const anyFile = fc.array(fc.oneof(attribute, heredoc, block), { maxLength: 5 }).map((items) => ({
  text: items.map((i) => i.text).join(''),
  names: items.map((i) => i.name),
}));
