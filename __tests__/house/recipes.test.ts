/** What the docs tell people to write works: commands parse, inputs exist, actions are pinned, and our own rules find nothing in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { parseOptions } from '../../src/doors/options.js';
import { reviewed } from '../policies/builtin.js';

type Yaml = Readonly<Record<string, unknown>>;
const read = (path: string): string => readFileSync(path, 'utf8');
const action = load(read('action.yml')) as { readonly inputs: Yaml; readonly outputs: Yaml };

/** Words as a shell splits them, for commands without anything cleverer than quotes. */
const wordsOf = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');

/** Every call of the command line in a text; Jenkins has them in quotes. */
const callsIn = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => {
    const inner = /^\s*sh '(.*)'$/.exec(line)?.[1] ?? line;
    return /(?<![\w/.@:-])identity-review (?:review|scan|inventory|explain|policy|init|baseline)\b.*$/.exec(inner)?.[0] ?? [];
  });

const pages = ['README.md', 'docs/recipes.md', 'docs/hosts.md', '.pre-commit-hooks.yaml'];
const workflowsIn = (folder: string): readonly string[] => readdirSync(folder).map((name) => join(folder, name));
const examples = workflowsIn('examples/workflows');
const own = workflowsIn('.github/workflows');

describe('commands in the docs', () => {
  const calls = ['docs/hosts.md', '.pre-commit-hooks.yaml'].flatMap((page) => callsIn(read(page)).map((call) => [page, call] as const));
  it('are there for each host', () => expect(calls.length).toBeGreaterThanOrEqual(8));
  it.each(calls)('%s: %s', (_, call) => {
    const asked = parseOptions(wordsOf(call).slice(1), false);
    expect(asked.kind).toBe('run');
  });
});

/** Every step of every job. */
const stepsIn = (workflow: Yaml): readonly Yaml[] =>
  Object.values((workflow.jobs ?? {}) as Record<string, { steps?: readonly Yaml[] }>).flatMap((job) => job.steps ?? []);

describe.each([...examples, ...own])('%s', (path) => {
  const text = read(path);
  const workflow = load(text) as Yaml;

  it('gives the Action inputs that it has', () => {
    for (const step of stepsIn(workflow).filter((s) => /identity-review@|^\.\/$/.test(String(s.uses))))
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys((step.with ?? {}) as Yaml)));
  });

  it('pins the actions of others by commit and says which version that is', () => {
    for (const [, uses = ''] of text.matchAll(/^\s*-? uses: (\S+.*)$/gm))
      if (!/^(?:\.\/|identity-review\/)/.test(uses)) expect(uses).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('says what its token may do, and ends in time', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(workflow.jobs as Record<string, Yaml>)) expect(job['timeout-minutes']).toBeDefined();
  });

  it('holds nothing that our own rules call an error', async () => {
    const { findings } = await reviewed({}, { [`.github/workflows/${path.split('/').at(-1)}`]: text });
    expect(findings.filter((f) => f.level === 'error').map((f) => `${f.rule} ${f.location.startLine}: ${f.message}`)).toEqual([]);
  });
});

/** Words that inputs take. */
const values = new Set(['on-failure', 'always', 'check-run']);

describe('pages', () => {
  it('name inputs and outputs that there are', () => {
    const known = new Set([...Object.keys(action.inputs), ...Object.keys(action.outputs)]);
    const [, table = ''] = read('README.md').split('| channel |');
    const cells = table
      .slice(0, table.indexOf('\n\n'))
      .split('\n')
      .map((line) => line.split('|')[2] ?? '');
    const named = cells.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)(?::[^`]*)?`/g)].map(([, name = '']) => name));
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) if (!values.has(name)) expect(known).toContain(name);
    for (const name of Object.keys(action.inputs)) expect(read('README.md')).toContain(`\`${name}`);
  });

  it('have blocks of YAML that are YAML', () => {
    for (const page of pages.slice(0, 3))
      for (const [, block = ''] of read(page).matchAll(/^```yaml\n([\s\S]*?)^```/gm)) expect(() => load(block)).not.toThrow();
  });
});
