/** Functions that read the repository's files, and those that take paths apart. Nothing outside of the repository is ever asked for. */
import { filePath, type Source, type Span, span } from '../../../model/span.js';
import { deref, type Node, scalar } from '../../../model/tree.js';
import type { Call } from '../../../syntax/hcl/ast.js';
import { parseTemplate } from '../../../syntax/hcl/index.js';
import { evaluationLimits } from '../budget.js';
import { bind, type Evaluation, isClosed, type Scope } from '../evaluation.js';
import { callName, failed, isKnown, listOf, missing, sortedEntries, unknownFrom } from '../nodes.js';
import { resolvePath } from '../paths.js';
import { type FunctionTable, mapArg, textArg } from './function.js';
import { matchesGlob } from './path-glob.js';

/** A function that needs the module around it. */
export type FileFunction = (e: Evaluation, args: readonly Node[], x: Call, scope: Scope) => Node;

/** A path that starts at the module, at the root, or, as for a root module, at the folder Terraform runs in. */
function pathOf(e: Evaluation, node: Node | undefined): string | undefined {
  const at = node && deref(node);
  if (at?.kind === 'scalar' && typeof at.value === 'string')
    return at.value.startsWith('/') ? undefined : resolvePath(e.rootFolder, at.value);
  if (at?.kind === 'unknown') return at.name === undefined ? undefined : folders(e)[at.name];
  if (at?.kind !== 'template' || at.parts.length !== 2) return undefined;
  const [root, rest] = at.parts;
  const folder = typeof root === 'string' || !root ? undefined : folders(e)[root.name];
  return folder !== undefined && typeof rest === 'string' && rest.startsWith('/') ? resolvePath(folder, rest.slice(1)) : undefined;
}

const folders = (e: Evaluation): Readonly<Record<string, string>> => ({ 'path.module': e.folder, 'path.root': e.rootFolder });

/** The file that the first argument names, or why there is none. */
function fileArg(e: Evaluation, name: string, args: readonly Node[], at: Span): Source | Node {
  const path = pathOf(e, args[0]);
  if (path === undefined)
    return args[0] && !isKnown(args[0]) ? unknownFrom(name, args, at) : missing(name, 'the path is not inside of the repository', at);
  const source = e.open(filePath(path));
  if (!source) return missing(name, 'the file that is read is not in the repository', at);
  if (source.text.length <= evaluationLimits.characters) return source;
  e.budget.cut('characters', at);
  return missing(name, 'the file that is read is too long', at);
}

const textOf = (source: Source): Node => ({
  kind: 'scalar',
  value: source.text,
  span: span(source, 0, source.text.length),
  offsets: { from: [0], to: [0] },
});

const file: FileFunction = (e, args, x) => {
  const found = fileArg(e, callName('file', args), args, x.span);
  return 'kind' in found ? found : textOf(found);
};

/** A file that is not in the repository may be made before Terraform runs. */
const fileexists: FileFunction = (e, args, x) => {
  const found = fileArg(e, callName('fileexists', args), args, x.span);
  return 'kind' in found ? found : scalar(true, x.span);
};

const templatefile: FileFunction = (e, args, x, scope) => {
  const name = callName('templatefile', args);
  // Terraform refuses it too: a template that calls itself would never end.
  if (isClosed(scope)) return failed(name, 'a template cannot call templatefile', x.span);
  const found = fileArg(e, name, args, x.span);
  if ('kind' in found) return found;
  return rendered(e, { source: found, start: 0, text: found.text }, args[1], name, x.span);
};

const templatestring: FileFunction = (e, args, x, scope) => {
  const name = callName('templatestring', args);
  const text = args[0] && deref(args[0]);
  // A string written in the call itself is a template already, which Terraform refuses.
  if (isClosed(scope) || x.args[0]?.kind === 'template') return failed(name, 'templatestring takes a reference to a string', x.span);
  if (text?.kind !== 'scalar' || typeof text.value !== 'string') return unknownFrom(name, args, x.span);
  return rendered(e, { source: text.span.source, start: text.span.start, text: text.value }, args[1], name, x.span);
};

/** A template with nothing but the given values in scope. */
function rendered(e: Evaluation, fragment: Parameters<typeof parseTemplate>[0], values: Node | undefined, name: string, at: Span): Node {
  const given = mapArg(values);
  if (!given) return unknownFrom(name, values ? [values] : [], at);
  if (!e.budget.spend(fragment.text.length / 8, at)) return missing(name, 'the evaluation budget of this folder is used up', at);
  const parsed = parseTemplate(fragment);
  if ('gap' in parsed) return failed(name, `the template cannot be read: ${parsed.gap.reason}`, at);
  const scope = sortedEntries(given).reduce<Scope>((outer, { key, value }) => bind(outer, String(key.value), value), 'closed');
  const [only] = parsed.tree.parts;
  // A file that is one interpolation and nothing else is that value.
  return e.evaluate(only?.kind === 'interpolation' && parsed.tree.parts.length === 1 ? only.value : parsed.tree, scope);
}

const fileset: FileFunction = (e, args, x) => {
  const name = callName('fileset', args);
  const folder = pathOf(e, args[0]);
  const pattern = textArg(args[1]);
  if (folder === undefined || pattern === undefined) return unknownFrom(name, args, x.span);
  const all = e.below(folder);
  if (!e.budget.spend(all.length, x.span)) return missing(name, 'the evaluation budget of this folder is used up', x.span);
  const start = folder === '' ? 0 : folder.length + 1;
  const found: string[] = [];
  for (const path of all) {
    const matches = matchesGlob(pattern, path.slice(start));
    if (matches === undefined) return missing(name, 'the pattern of fileset is not understood', x.span);
    if (matches) found.push(path.slice(start));
  }
  return listOf(
    found.sort().map((path) => scalar(path, x.span)),
    x.span,
    { set: true },
  );
};

/** The functions that read files. */
export const fileFunctions: Readonly<Record<string, FileFunction>> = { file, fileexists, fileset, templatefile, templatestring };

// ── paths as text ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────
function basename([node]: readonly Node[], at: Span): Node | undefined {
  const path = textArg(node);
  if (path === undefined) return undefined;
  const trimmed = path.replace(/(?<=[^/])\/+$/, '');
  return scalar(path === '' ? '.' : /^\/+$/.test(trimmed) ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1), at);
}

function dirname([node]: readonly Node[], at: Span): Node | undefined {
  const path = textArg(node);
  if (path === undefined) return undefined;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return scalar(cleaned(folder), at);
}

/** Without repeated slashes, `.` and `..` in its middle. */
function cleaned(path: string): string {
  const absolute = path.startsWith('/');
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else if (step !== '..' || !absolute) steps.push(step);
  }
  return (absolute ? '/' : '') + steps.join('/') || '.';
}

/** Paths are text until a file is read. */
export const pathFunctions: FunctionTable = { basename, dirname };
