/** Door 1: the GitHub Action. */
import { runAction } from './doors/action.js';
import { describeFailure } from './doors/failure.js';
import { openRuntime } from './edges/actions/runtime.js';

try {
  process.exitCode = await runAction(await openRuntime());
} catch (error) {
  const { lines, exitCode } = describeFailure(error);
  for (const line of lines) console.error(line);
  process.exitCode = exitCode;
}
