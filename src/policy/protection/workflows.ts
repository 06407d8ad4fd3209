/** What a change takes back in the workflows that run the review. */
import type { Source, Span } from '../../model/span.js';
import { booleanOf, type Entry, entriesOf, get, itemsOf, type Node, stringOf } from '../../model/tree.js';
import { yaml } from '../../syntax/yaml/index.js';
import { failOns } from '../config.js';
import { looser } from './config.js';
import { type GateChange, gateChange, topOf } from './gate.js';

/** A place where the review runs: a step, or a job that calls a workflow. */
interface Run {
  readonly source: Source;
  readonly workflow: Node;
  readonly job: Entry;
  /** The job itself where it calls a workflow. */
  readonly step: Node;
  readonly uses: string | undefined;
  readonly command: string | undefined;
}

/** The action, or a workflow or action of one's own that is named after it. */
const usesIt = /(?:^|\/)identity-review(?:[@/.]|$)/i;
/** However it was installed: `npx identity-review review`, `node identity-review/dist/cli/index.js review`. */
const runsIt = /identity-review\S{0,200}\s{1,20}(?:review|scan)\b/i;
const namedAfterIt = /(?:^|\/)identity-review[^/]*$/i;

/** Every place where a workflow runs the review. In a file that is named after it, any local action is taken for it. */
function runsIn(source: Source): readonly Run[] {
  const [document] = yaml.parse(source).documents;
  if (!document) return [];
  const workflow = document.root;
  const ours = namedAfterIt.test(source.path);
  // A composite action has steps without jobs.
  const composite = entriesOf(workflow).filter(({ key }) => key.value === 'runs');
  return [...entriesOf(get(workflow, 'jobs')), ...composite].flatMap((job) =>
    [job.value, ...itemsOf(get(job.value, 'steps'))].flatMap((step) => {
      const [uses, command] = [stringOf(get(step, 'uses')), stringOf(get(step, 'run'))];
      const runs = usesIt.test(uses ?? '') || runsIt.test(command ?? '') || (ours && uses?.startsWith('./') === true);
      return runs ? [{ source, workflow, job, step, uses, command }] : [];
    }),
  );
}

/** The runs of both sides, each with its counterpart: the same job of the same file first, then whatever else runs the review now. */
export function workflowChanges(before: readonly Source[], after: readonly Source[]): readonly GateChange[] {
  const left = new Set(after.flatMap(runsIn));
  const take = (fits: (run: Run) => boolean): Run | undefined => {
    const found = [...left].find(fits);
    if (found) left.delete(found);
    return found;
  };
  const was = before.flatMap(runsIn);
  const pairs = was.map((run) => ({ run, now: take((r) => place(r) === place(run)) }));
  return pairs.flatMap(({ run, now = take(() => true) }) => {
    if (now) return comparedRuns(run, now);
    const file = after.find((s) => s.path === run.source.path && runsIn(s).length > 0);
    if (file) return [gateChange('job-removed', run.job.key.span, String(run.job.key.value))];
    return [gateChange('workflow-removed', topOf(run.source), run.source.path)];
  });
}

const place = ({ source, job }: Run): string => `${source.path}#${job.key.value}`;

function comparedRuns(was: Run, is: Run): readonly GateChange[] {
  const told = [
    ...triggers(was, is),
    ...permissions(was, is),
    ...conditions(was, is),
    ...tolerated(was, is),
    ...inputs(was, is),
    ...what(was, is),
  ];
  // A step before the review, another runner, an environment variable: nobody can list all that may take the force out of it.
  if (told.length > 0 || surroundings(was) === surroundings(is)) return told;
  return [gateChange('workflow-changed', is.job.key.span, String(is.job.key.value))];
}

/** What was compared already, or has no force. */
const compared: Readonly<Record<'workflow' | 'job' | 'step', readonly string[]>> = {
  workflow: ['name', 'run-name', 'description', 'on', 'permissions', 'jobs', 'runs'],
  job: ['name', 'permissions', 'if', 'continue-on-error', 'timeout-minutes'],
  step: ['name', 'id', 'if', 'continue-on-error', 'with', 'run', 'timeout-minutes'],
};

/** All else in which the review runs, without layout and comments. */
function surroundings({ workflow, job, step }: Run): string {
  const leftOut = new Map<Node, readonly string[]>([
    [workflow, compared.workflow],
    [step, compared.step],
    [job.value, step === job.value ? [...compared.job, ...compared.step] : compared.job],
  ]);
  return [workflow, job.value].map((node) => meaning(node, leftOut)).join();
}

/** What a tree says. The nodes of a workflow have no references. */
function meaning(node: Node, leftOut: ReadonlyMap<Node, readonly string[]>): string {
  switch (node.kind) {
    case 'map': {
      const entries = node.entries.filter(({ key }) => !leftOut.get(node)?.includes(String(key.value)));
      return `{${entries.map(({ key, value }) => `${JSON.stringify(key.value)}:${meaning(value, leftOut)}`).join()}}`;
    }
    case 'list':
      return `[${node.items.map((item) => meaning(item, leftOut)).join()}]`;
    case 'scalar':
      return JSON.stringify(node.value);
    default:
      return JSON.stringify(plain(node));
  }
}

/** `on: push`, `on: [push]` and `on: {push: …}` are one. */
function eventsOf(workflow: Node): ReadonlyMap<string, Entry | undefined> {
  const on = get(workflow, 'on');
  const named = entriesOf(on);
  if (named.length > 0) return new Map(named.map((entry) => [String(entry.key.value), entry]));
  return new Map(itemsOf(on).flatMap((item) => (stringOf(item) === undefined ? [] : [[String(stringOf(item)), undefined] as const])));
}

function triggers(was: Run, is: Run): readonly GateChange[] {
  const [before, after] = [eventsOf(was.workflow), eventsOf(is.workflow)];
  const on = get(is.workflow, 'on')?.span ?? topOf(is.source);
  return [...before].flatMap(([event, entry]) => {
    if (!after.has(event)) return [gateChange('trigger-removed', on, event)];
    const filters = entriesOf(after.get(event)?.value).filter(({ key, value }) => {
      const old = get(entry?.value, String(key.value));
      return old === undefined || plain(old) !== plain(value);
    });
    return filters.map(({ key }) => gateChange('trigger-narrowed', key.span, `${event}.${key.value}`));
  });
}

/** The text of a value without its blanks: equal texts mean the same, and what is spelled otherwise is looked at by a person. */
const plain = ({ span: { source, start, end } }: Node): string => source.text.slice(start, end).replace(/\s+/g, ' ').trim();

const rank: Readonly<Record<string, number>> = { none: 0, read: 1, write: 2 };
const permissionsOf = ({ job, workflow }: Run): Node | undefined => get(job.value, 'permissions') ?? get(workflow, 'permissions');

/** What nobody wrote is decided elsewhere: then there is nothing to compare. */
function permissions(was: Run, is: Run): readonly GateChange[] {
  const [before, after] = [permissionsOf(was), permissionsOf(is)];
  if (!after) return [];
  const all = (node: Node): number | undefined => ({ 'read-all': 1, 'write-all': 2 })[stringOf(node) ?? ''];
  const given = (name: string): number => all(after) ?? rank[stringOf(get(after, name)) ?? 'none'] ?? 0;
  return entriesOf(before).flatMap(({ key, value }) => {
    const [from, name] = [stringOf(value) ?? 'none', String(key.value)];
    if (given(name) >= (rank[from] ?? 0)) return [];
    const said = get(after, name);
    return [gateChange('permission-removed', said?.span ?? after.span, name, { from, to: stringOf(said) ?? 'none' })];
  });
}

/** A job or step that is skipped counts as a success. */
function conditions(was: Run, is: Run): readonly GateChange[] {
  return levelsOf(was, is).flatMap(({ before, after, what: part }) => {
    const [old, now] = [get(before, 'if'), get(after, 'if')];
    if (!now || (old && plain(old) === plain(now))) return [];
    return [gateChange('condition-added', now.span, part, { from: old && plain(old), to: plain(now) })];
  });
}

/** `continue-on-error: false` is what holds anyway; an expression may be anything. */
function tolerated(was: Run, is: Run): readonly GateChange[] {
  const tolerates = (node: Node | undefined): boolean => node !== undefined && booleanOf(node) !== false;
  return levelsOf(was, is).flatMap(({ before, after, what: part }) => {
    const now = get(after, 'continue-on-error');
    return now && tolerates(now) && !tolerates(get(before, 'continue-on-error')) ? [gateChange('failure-ignored', now.span, part)] : [];
  });
}

const levelsOf = (was: Run, is: Run) => [
  { what: `job ${is.job.key.value}`, before: was.job.value, after: is.job.value },
  ...(is.step === is.job.value ? [] : [{ what: `a step of job ${is.job.key.value}`, before: was.step, after: is.step }]),
];

/** Inputs that decide what is judged and what fails. */
const deciding = ['fail-on', 'preset', 'config', 'policies', 'base-ref', 'head-ref'] as const;

function inputs(was: Run, is: Run): readonly GateChange[] {
  const said = (run: Run, name: string): Node | undefined => get(get(run.step, 'with'), name);
  return deciding.flatMap((name) => {
    const [old, now] = [said(was, name), said(is, name)];
    const [from, to] = [old && plain(old), now && plain(now)];
    if (from === to || (name === 'fail-on' && !isLooser(from, to))) return [];
    const at: Span = now?.span ?? get(is.step, 'with')?.span ?? is.step.span;
    return [gateChange('input-changed', at, name, { from, to })];
  });
}

/** What is not written is the config's to say, and so unknown. */
function isLooser(from: string | undefined, to: string | undefined): boolean {
  const [was, is] = [failOns.find((f) => f === from), failOns.find((f) => f === to)];
  return was === undefined || is === undefined ? to === 'never' || from !== undefined : looser(was, is);
}

const repositoryOf = (uses: string): string => uses.replace(/@[^@]*$/, '').toLowerCase();

function what(was: Run, is: Run): readonly GateChange[] {
  const [from, to] = [was.uses && repositoryOf(was.uses), is.uses && repositoryOf(is.uses)];
  const at = (get(is.step, 'uses') ?? get(is.step, 'run') ?? is.step).span;
  if (from !== to) return [gateChange('action-replaced', at, 'the review', { from: from ?? was.command, to: to ?? is.command })];
  return was.command === is.command ? [] : commands(was.command ?? '', is.command ?? '', at, `job ${is.job.key.value}`);
}

/** Ways of a shell to go on after a failure. */
const swallowed = /\|\|\s{0,20}(?:true|:|exit 0|echo)|\bset \+e\b|;\s{0,20}(?:true|exit 0)\b/;
const flags = ['fail-on', 'preset', 'config', 'policies', 'base', 'head'] as const;

/** Of a command line only the flags that decide and what becomes of its failure can be told; the rest is looked at by a person. */
function commands(was: string, is: string, at: Span, job: string): readonly GateChange[] {
  if (swallowed.test(is) && !swallowed.test(was)) return [gateChange('failure-ignored', at, `the command of ${job}`)];
  const said = (command: string, flag: string): string | undefined =>
    [...command.matchAll(new RegExp(`--${flag}[= ]\\s{0,20}(\\S{1,200})`, 'g'))].map(([, value]) => value).join(' ') || undefined;
  const changed = flags.flatMap((flag) => {
    const [from, to] = [said(was, flag), said(is, flag)];
    return from === to || (flag === 'fail-on' && !isLooser(from, to)) ? [] : [gateChange('input-changed', at, `--${flag}`, { from, to })];
  });
  return changed.length > 0 ? changed : [gateChange('command-changed', at, job)];
}
