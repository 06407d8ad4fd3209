/** The Action's inputs, as CONTRACT.md has them: words in, a typed request out. */
import { type FailOn, failOns } from '../policy/config.js';
import { type CommentMode, commentModes } from '../reporters/comment.js';
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
  readonly annotations: (typeof annotationModes)[number];
  readonly comment: CommentMode;
  readonly suggestions: boolean;
  readonly requestReviewers: boolean;
  /** Also tells the comments of several jobs apart. */
  readonly checkName: string;
  readonly files: readonly FileReport[];
}

/** Gives what the workflow says under a name; undefined when it says nothing. */
export type ReadInput = (name: string) => string | undefined;

const annotationModes = ['auto', 'check-run', 'commands', 'off'] as const;
const yesNo = ['true', 'false'] as const;
const fileFormats: Readonly<Record<FileReport['name'], string>> = { 'report-file': 'json', 'sarif-file': 'sarif', 'html-file': 'html' };

/** Throws `UsageError` for a word that is none of those an input takes. */
export function readInputs(input: ReadInput): ActionInputs {
  const failOn = choice<FailOn>(input, 'fail-on', failOns);
  return {
    said: {
      config: input('config'),
      policies: linesOf(input('policies')),
      preset: input('preset'),
      caller: { door: 'action', token: input('policies-token') ?? input('github-token') },
      ...(failOn === undefined ? {} : { failOn }),
    },
    baseRef: input('base-ref'),
    headRef: input('head-ref'),
    token: input('github-token'),
    annotations: choice(input, 'annotations', annotationModes) ?? 'auto',
    comment: choice(input, 'comment', commentModes) ?? 'never',
    suggestions: choice(input, 'suggestions', yesNo) === 'true',
    requestReviewers: choice(input, 'request-reviewers', yesNo) === 'true',
    checkName: input('check-name') ?? 'Identity review',
    files: (Object.keys(fileFormats) as FileReport['name'][]).flatMap((name) => {
      const file = input(name);
      return file === undefined ? [] : [{ name, format: fileFormats[name], file }];
    }),
  };
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
