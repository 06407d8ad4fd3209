/** A format's name → its reporter. */
import { reporters } from '../reporters/index.js';
import type { Reporter } from '../reporters/reporter.js';
import { UsageError } from './usage-error.js';

export function reporterOf(format: string): Reporter {
  const found = reporters.find((r) => r.id === format);
  if (!found) throw new UsageError(`There is no format ${JSON.stringify(format)}.`);
  return found;
}
