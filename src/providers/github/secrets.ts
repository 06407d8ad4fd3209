/** Which secrets the expressions of a job read. */
import type { Span } from '../../model/span.js';
import { deref, type Hole, type MapNode, type Node } from '../../model/tree.js';

/** What one expression or one value reads from the `secrets` context. */
export interface SecretsRead {
  /** In upper case: GitHub does not tell cases apart. The job's own token is not among them. */
  readonly names: readonly string[];
  /** The job's own token. */
  readonly ownToken: boolean;
  /** The whole context, or one secret whose name is computed: nobody can tell which ones. */
  readonly whole: boolean;
}

const nothing: SecretsRead = { names: [], ownToken: false, whole: false };

const byIndex = /(?<![\w.-])secrets\s*\[\s*'([\w-]+)'\s*\]/gi;
const quoted = /'[^']*'/g;
const context = /(?<![\w.-])secrets(?![\w-])(?:\s*\.\s*([A-Za-z_][\w-]*))?/gi;
const tokenOfJob = /(?<![\w.-])github\s*\.\s*token(?![\w-])/i;

/** What an expression (without its braces) reads. */
export function secretsInExpression(expression: string): SecretsRead {
  const names = new Set<string>();
  let whole = false;
  const unindexed = expression.replace(byIndex, (_, name: string) => {
    names.add(name.toUpperCase());
    return "''";
  });
  for (const [, name] of unindexed.replace(quoted, "''").matchAll(context)) {
    if (name) names.add(name.toUpperCase());
    else whole = true;
  }
  const ownToken = names.delete('GITHUB_TOKEN') || tokenOfJob.test(expression);
  return { names: [...names], ownToken, whole };
}

const merged = (reads: readonly SecretsRead[]): SecretsRead => ({
  names: [...new Set(reads.flatMap((r) => r.names))],
  ownToken: reads.some((r) => r.ownToken),
  whole: reads.some((r) => r.whole),
});

/** What a value reads, everything inside it included. */
export function secretsIn(node: Node | undefined): SecretsRead {
  const at = node && deref(node);
  switch (at?.kind) {
    case 'template':
      return merged(at.parts.filter((p): p is Hole => typeof p !== 'string').map((hole) => secretsInExpression(hole.name)));
    case 'list':
      return merged(at.items.map(secretsIn));
    case 'map':
      return merged(at.entries.map(({ value }) => secretsIn(value)));
    default:
      return nothing;
  }
}

/** All secrets of a job by name, each where it is read first, and where the whole context is read. */
export interface JobSecrets {
  readonly named: ReadonlyMap<string, Span>;
  readonly whole: Span | undefined;
}

/** All secrets that a job reads, itself or through an environment that it shares. */
export function jobSecrets(job: MapNode, shared: Node | undefined): JobSecrets {
  const named = new Map<string, Span>();
  let whole: Span | undefined;
  const visit = (node: Node): void => {
    const at = deref(node);
    if (at.kind === 'list') at.items.forEach(visit);
    else if (at.kind === 'map') for (const { value } of at.entries) visit(value);
    else {
      const read = secretsIn(at);
      for (const name of read.names) if (!named.has(name)) named.set(name, node.span);
      if (read.whole) whole ??= node.span;
    }
  };
  for (const { key, value } of job.entries) if (!String(key.value).startsWith('workflow.')) visit(value);
  if (shared) visit(shared);
  return { named, whole };
}
