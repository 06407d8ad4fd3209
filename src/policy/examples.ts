/** `policy test`: the examples of rules are run, and a rule that does not keep its word is told. */
import type { OutcomeFinding } from '../model/outcome.js';
import type { Example, Rule } from './rule.js';

export interface ExampleResult {
  readonly rule: string;
  readonly example: string;
  /** What went wrong, in one sentence; undefined when the rule keeps its word. */
  readonly failure: string | undefined;
}

/** What an example is held against. */
export type Found = Pick<OutcomeFinding, 'rule' | 'message' | 'location'>;

/** Scans in-memory files, as if all of them were new, with this rule switched on; the caller knows how. */
export type RunExample = (rule: Rule, files: Example['files']) => Promise<readonly Found[]>;

function failureOf({ expect, line }: Example, findings: readonly Found[]): string | undefined {
  if (expect === 'passes')
    return findings.length === 0 ? undefined : `it should pass, and finds: ${findings.map((f) => f.message).join(' ')}`;
  if (findings.length === 0) return 'it should find something, and finds nothing.';
  const lines = findings.map((f) => f.location.startLine);
  return line === undefined || lines.includes(line)
    ? undefined
    : `it should find something on line ${line}, and finds it on line ${lines.join(', ')}.`;
}

/** Every example of every rule, in order. */
export async function testExamples(rules: readonly Rule[], run: RunExample): Promise<readonly ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const rule of rules) {
    for (const example of rule.examples ?? []) {
      const findings = (await run(rule, example.files)).filter((f) => f.rule === rule.id);
      results.push({ rule: rule.id, example: example.title, failure: failureOf(example, findings) });
    }
  }
  return results;
}
