/** The GitHub Action: inputs and event → change and terms → review → channels → exit code. */
import { version } from '../data/version.js';
import type { Runtime } from '../edges/actions/runtime.js';
import { systemClock } from '../edges/clock.js';
import { digestFor } from '../edges/digest.js';
import { keyTools } from '../edges/keys.js';
import { ConfigError } from '../model/config-error.js';
import type { Outcome } from '../model/outcome.js';
import { plain } from '../reporters/escape.js';
import { count, list } from '../reporters/prose/words.js';
import { review } from '../review.js';
import { type OpenChange, openChange } from './action-change.js';
import { deliver } from './action-deliver.js';
import { type Asked, askedBy } from './action-event.js';
import { type ActionInputs, readInputs } from './action-inputs.js';
import { type Stage, stageOf } from './action-stage.js';
import { describeFailure } from './failure.js';
import { type Ground, inTrees } from './named-files.js';
import { configPath, termsOf, waiversPath } from './terms.js';
import { TermsError } from './terms-error.js';
import { treeOf } from './tree.js';

/** Gives the exit code of the command line: any but 0 fails the step. */
export async function runAction(runtime: Runtime): Promise<number> {
  try {
    const inputs = readInputs(runtime.input);
    const asked = askedBy(runtime.event, inputs);
    if (asked === undefined) {
      runtime.notice('This push deleted its branch: there is nothing to review.');
      return 0;
    }
    const stage = stageOf(runtime, inputs.token);
    const outcome = await outcomeOf(asked, runtime, inputs, stage);
    await deliver(outcome, runtime, inputs, stage);
    if (outcome.verdict === 'fail') runtime.error(verdictLine(outcome));
    else runtime.info(verdictLine(outcome));
    return outcome.verdict === 'fail' ? 1 : 0;
  } catch (error) {
    return tellFailure(error, runtime);
  }
}

async function outcomeOf(asked: Asked, runtime: Runtime, inputs: ActionInputs, { hosted, pull }: Stage): Promise<Outcome> {
  const { workspace, server } = runtime;
  const access = { server, token: inputs.token };
  const change = await openChange(asked, { workspace, access, hosted, pull: pull?.number });
  try {
    for (const notice of [...change.notices, ...(await ownFilesTouched(change))]) runtime.notice(plain(notice));
    const { mode, source, trusted } = change;
    const ground: Ground = { trusted, head: treeOf(source, 'head'), root: workspace, ...(mode === 'review' ? { change: source } : {}) };
    const { terms, notices } = await termsOf(ground, inputs.said, inTrees(ground));
    for (const notice of notices) runtime.notice(plain(notice));
    return await review({ mode, source, terms, now: systemClock().now(), digest: digestFor(terms.salt), keyTools, version });
  } finally {
    await change.close();
  }
}

/** Whoever changes the rules of the review should not wonder why this review does not follow them. */
async function ownFilesTouched({ mode, source }: OpenChange): Promise<readonly string[]> {
  if (mode === 'scan') return [];
  const changed = new Set((await source.changed()).map((file) => file.path));
  return [configPath, waiversPath]
    .filter((path) => changed.has(path))
    .map((path) => `${path} is part of this change. It counts once it is merged: this review goes by the base.`);
}

function verdictLine({ verdict, summary: { findings, gaps } }: Outcome): string {
  const parts = [
    ...(findings.error > 0 ? [count(findings.error, 'error')] : []),
    ...(findings.warning > 0 ? [count(findings.warning, 'warning')] : []),
    ...(findings.note > 0 ? [count(findings.note, 'note')] : []),
    ...(gaps > 0 ? [count(gaps, 'gap')] : []),
  ];
  return `Identity review ${verdict === 'fail' ? 'failed' : 'passed'}: ${parts.length > 0 ? list(parts) : 'nothing found'}.`;
}

/** What is wrong in the user's files stands on its line; anything else in one annotation. */
function tellFailure(error: unknown, runtime: Runtime): number {
  const { lines, exitCode } = describeFailure(error);
  const placed = error instanceof TermsError ? error.errors : error instanceof ConfigError ? [error] : [];
  for (const e of placed) runtime.error(plain(`${e.message} ${e.mend}`.trim()), { file: e.file, line: e.line, column: e.column });
  if (placed.length === 0) runtime.error(lines.map(plain).join('\n'));
  return exitCode;
}
