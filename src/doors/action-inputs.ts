/** The Action's inputs, as CONTRACT.md has them: words in, a typed request out. An input without a channel yet is told, not swallowed. */
import { type FailOn, failOns } from '../policy/config.js';
import { oneOf } from './choice.js';
import type { Said } from './terms.js';

/** A report that is asked for as a file; the input and the output have the same name. */
export interface FileReport {
  readonly name: 'report-file' | 'sarif-file' | 'html-file';
  readonly format: string;
  readonly file: string;
}

export interface ActionInputs {
  readonly said: Said;
  readonly baseRef: string | undefined;
  readonly headRef: string | undefined;
  readonly token: string | undefined;
  readonly annotations: boolean;
  readonly files: readonly FileReport[];
  /** What was asked for and is not done, in sentences. */
  readonly notices: readonly string[];
}

/** Gives what the workflow says under a name; undefined when it says nothing. */
export type ReadInput = (name: string) => string | undefined;

const annotationModes = ['auto', 'check-run', 'commands', 'off'] as const;
const commentModes = ['never', 'on-findings', 'on-failure', 'always'] as const;
const yesNo = ['true', 'false'] as const;
const fileFormats: Readonly<Record<FileReport['name'], string>> = { 'report-file': 'json', 'sarif-file': 'sarif', 'html-file': 'html' };

/** Throws `UsageError` for a word that is none of those an input takes. */
export function readInputs(input: ReadInput): ActionInputs {
  const failOn = choice<FailOn>(input, 'fail-on', failOns);
  const annotations = choice(input, 'annotations', annotationModes) ?? 'auto';
  return {
    said: {
      config: input('config'),
      policies: linesOf(input('policies')),
      preset: input('preset'),
      ...(failOn === undefined ? {} : { failOn }),
    },
    baseRef: input('base-ref'),
    headRef: input('head-ref'),
    token: input('github-token'),
    annotations: annotations !== 'off',
    files: (Object.keys(fileFormats) as FileReport['name'][]).flatMap((name) => {
      const file = input(name);
      return file === undefined ? [] : [{ name, format: fileFormats[name], file }];
    }),
    notices: withoutChannel(input, annotations),
  };
}

function withoutChannel(input: ReadInput, annotations: (typeof annotationModes)[number]): readonly string[] {
  const comment = choice(input, 'comment', commentModes) ?? 'never';
  const suggestions = choice(input, 'suggestions', yesNo) ?? 'false';
  const asked = [
    ...(annotations === 'check-run' ? ['annotations: check-run'] : []),
    ...(input('check-name') === undefined ? [] : ['check-name']),
    ...(comment === 'never' ? [] : [`comment: ${comment}`]),
    ...(suggestions === 'false' ? [] : ['suggestions']),
  ];
  return [
    ...asked.map((what) => `${what}: this version writes annotations by workflow commands, the job summary and files only.`),
    ...(input('policies-token') === undefined
      ? []
      : ['policies-token: policies from a repository are not supported yet. Check it out and name the folder in policies.']),
  ];
}

function choice<T extends string>(input: ReadInput, name: string, known: readonly T[]): T | undefined {
  const said = input(name);
  return said === undefined ? undefined : oneOf(known, said, `The input ${name}`);
}

const linesOf = (said: string | undefined): readonly string[] =>
  (said ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
