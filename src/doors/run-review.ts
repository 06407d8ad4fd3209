/** `review`, `scan` and `inventory`: open the change, gather the terms, review, report. */

import { version } from '../data/version.js';
import { fixedClock, systemClock } from '../edges/clock.js';
import { digestFor } from '../edges/digest.js';
import { EdgeError, printable } from '../edges/edge-error.js';
import { writeReport } from '../edges/files.js';
import { openFolders } from '../edges/folders.js';
import { openGit } from '../edges/git.js';
import { keyTools } from '../edges/keys.js';
import type { Outcome } from '../model/outcome.js';
import type { Policies } from '../policy/load/load-policies.js';
import type { Rule } from '../policy/rule.js';
import type { ChangeSource } from '../ports.js';
import { review, type Terms } from '../review.js';
import type { Io } from './io.js';
import { onDisk } from './named-files.js';
import type { Options } from './options.js';
import { reporterOf } from './reporter-of.js';
import { termsOf } from './terms.js';
import { treeOf } from './tree.js';
import { UsageError } from './usage-error.js';

export type Reviewing = Outcome['mode'];

export async function runReview(mode: Reviewing, options: Options, io: Io): Promise<number> {
  const outcome = await outcomeOf(mode, options, io);
  for (const { format, file } of options.outputs) writeReport(file, reporterOf(format).render(outcome, { color: false }));
  io.out(reporterOf(options.format).render(outcome, { color: options.color }));
  return outcome.verdict === 'fail' ? 1 : 0;
}

export async function outcomeOf(mode: Reviewing, options: Options, io: Io): Promise<Outcome> {
  const clock = options.now === undefined ? systemClock() : fixedClock(options.now);
  return withTerms(mode, options, io, ({ source, terms }) =>
    review({ mode, source, terms, now: clock.now(), digest: digestFor(terms.salt), keyTools, version }),
  );
}

/** The built-in rules and those that the config of a place and the command line add. */
export const rulesOf = (options: Options, io: Io): Promise<readonly Rule[]> =>
  withTerms('inventory', options, io, async ({ policies }) => policies.rules);

interface Ready {
  readonly source: ChangeSource;
  readonly terms: Terms;
  readonly policies: Policies;
}

/** Opens the tree or change that the options name, gathers its terms, and closes it afterwards. */
export async function withTerms<T>(mode: Reviewing, options: Options, io: Io, use: (ready: Ready) => Promise<T>): Promise<T> {
  const { source, notices } = await open(mode, options);
  try {
    for (const notice of notices) io.note(notice);
    const trusted = treeOf(source, mode === 'review' ? 'base' : 'head');
    const terms = await termsOf(
      { trusted, head: treeOf(source, 'head'), root: '.', ...(mode === 'review' ? { change: source } : {}) },
      options,
      onDisk('.'),
    );
    for (const notice of terms.notices) io.note(notice);
    return await use({ source, ...terms });
  } finally {
    await source.close();
  }
}

interface Opened {
  readonly source: ChangeSource;
  readonly notices: readonly string[];
}

async function open(mode: Reviewing, options: Options): Promise<Opened> {
  const { words, base, head, baseDir, headDir } = options;
  if (words.length > 1) throw new UsageError(`${mode} takes one path, got ${words.length}.`);
  if (mode === 'review') return baseDir !== undefined || headDir !== undefined ? folders(options) : git(words[0] ?? '.', { base, head });
  if (baseDir !== undefined || headDir !== undefined || base !== undefined)
    throw new UsageError(`${mode} looks at one tree: give it a path, and --head for a revision of a repository.`);
  const path = words[0] ?? '.';
  return head === undefined ? { source: await openFolders(undefined, path), notices: [] } : git(path, { base: null, head });
}

async function folders({ words, base, head, baseDir, headDir }: Options): Promise<Opened> {
  if (baseDir === undefined || headDir === undefined) throw new UsageError('--base-dir and --head-dir go together.');
  if (words.length > 0 || base !== undefined || head !== undefined)
    throw new UsageError('With --base-dir and --head-dir there is no repository, --base or --head.');
  try {
    return { source: await openFolders(baseDir, headDir), notices: [] };
  } catch (error) {
    // git keeps no empty folders: a change that adds everything has no base folder. Everything then counts as new, which hides nothing.
    if (!(error instanceof EdgeError) || error.code !== 'missing-folder') throw error;
    const source = await openFolders(undefined, headDir);
    return { source, notices: [`There is no folder "${printable(baseDir)}": everything counts as new.`] };
  }
}

async function git(path: string, revisions: { base?: string | null | undefined; head?: string | undefined }): Promise<Opened> {
  const source = await openGit(path, revisions);
  return { source, notices: source.notices };
}
