/** A rule with the values of its parameters → something that can judge. */
import { type CelCompiler, type Compiling, compileMatch } from './compile-test.js';
import { compileFix, compileMessage } from './message.js';
import { paramFits } from './params.js';
import type { Path, Problem, Report } from './problem.js';
import type { Match, ParamValue, Rule } from './rule.js';
import { allOf, not, type Truth } from './truth.js';
import type { Scene } from './vocabulary/field.js';
import { targetInfo, type Vocabulary } from './vocabulary/index.js';

/** What rules are compiled with in one run. */
export interface Language {
  readonly vocabulary: Vocabulary;
  readonly cel: CelCompiler | undefined;
}

export interface CompiledRule {
  /** True for a violation. */
  violates(scene: Scene): Truth;
  message(scene: Scene): string;
  fix(scene: Scene): string;
  /** It judges what all grants together amount to, so a finding has to tell which of them do. */
  readonly asksForAccess: boolean;
  /** It judges what uses the subject, so a finding has to show those places. */
  readonly asksForUsers: boolean;
  /** The one attribute of a provider that it matches, so that a finding stands where that is written. */
  readonly attribute: string | undefined;
}

export const usesCel = (rule: Rule): boolean => rule.when !== undefined || typeof rule.require === 'string';

/** Problems are told by their path inside the rule. With a problem the result must not be used. */
export function compileRule(
  rule: Rule,
  params: Readonly<Record<string, ParamValue>>,
  { vocabulary, cel }: Language,
  report: Report,
): CompiledRule {
  const to: Compiling = { vocabulary, target: rule.on, params, report, cel };
  const tests: ((scene: Scene) => Truth)[] = [];
  if (rule.match) tests.push(compileMatch(rule.match, ['match'], to));
  if (rule.when !== undefined) tests.push(expression(rule.when, ['when'], to));
  const { require } = rule;
  if (require !== undefined) {
    const required = either(require, ['require'], to);
    tests.push((scene) => not(required(scene)));
  }
  return {
    violates: (scene) => allOf(tests, (test) => test(scene)),
    message: compileMessage(rule.message ?? rule.title, to),
    fix: compileFix(rule.fix, to),
    asksForAccess: asksFor(rule, 'subject.access'),
    asksForUsers: asksFor(rule, 'subject.usedBy'),
    attribute: onlyAttribute(rule),
  };
}

const asksFor = ({ match = {}, when = '', require = '' }: Rule, field: string): boolean =>
  field in match || when.includes(field) || (typeof require === 'string' ? require.includes(field) : field in require);

const attributePrefix = 'subject.attribute.';

function onlyAttribute({ match = {} }: Rule): string | undefined {
  const [first, ...others] = Object.keys(match).filter((field) => field.startsWith(attributePrefix));
  return others.length === 0 ? first?.slice(attributePrefix.length) : undefined;
}

const either = (test: Match | string, at: Path, to: Compiling): ((scene: Scene) => Truth) =>
  typeof test === 'string' ? expression(test, at, to) : compileMatch(test, at, to);

function expression(text: string, at: Path, to: Compiling): (scene: Scene) => Truth {
  if (!to.cel) throw new Error('a rule with an expression was compiled before CEL was loaded');
  return to.cel(text, at, to) ?? (() => false);
}

/** The parameters' default values. */
export const defaultsOf = (rule: Rule): Readonly<Record<string, ParamValue>> =>
  Object.fromEntries(Object.entries(rule.params ?? {}).map(([name, p]) => [name, p.default]));

/** Everything that is wrong with a rule, beyond its shape. */
export function checkRule(rule: Rule, language: Language): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [name, { type, default: value }] of Object.entries(rule.params ?? {})) {
    if (!paramFits(type, value)) {
      problems.push({ at: ['params', name, 'default'], message: `The default of \`${name}\` is not a ${type}.`, mend: '' });
    }
  }
  if (!rule.match && rule.when === undefined && rule.require === undefined) {
    problems.push({
      at: ['id'],
      message: `The rule \`${rule.id}\` tests nothing.`,
      mend: `Say with \`match\`, \`when\` or \`require\` which ${targetInfo[rule.on].focus} is wrong.`,
    });
  }
  compileRule(rule, defaultsOf(rule), language, (p) => problems.push(p));
  return problems;
}
