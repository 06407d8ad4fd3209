/** `baseline [PATH]`: accepts what stands now, so that only what is new is told. It writes `.github/identity-baseline.yml`. */
import { join } from 'node:path';
import { version } from '../data/version.js';
import { fixedClock, systemClock } from '../edges/clock.js';
import { digestFor, randomSalt } from '../edges/digest.js';
import { writeReport } from '../edges/files.js';
import { keyTools } from '../edges/keys.js';
import { baselineText } from '../policy/load/read-baseline.js';
import { review } from '../review.js';
import type { Io } from './io.js';
import type { Options } from './options.js';
import { withTerms } from './run-review.js';
import { baselinePath } from './terms.js';
import { UsageError } from './usage-error.js';

/** The key stays once there is one: fingerprints that waivers name hold it. */
export async function baseline(options: Options, io: Io): Promise<number> {
  const [root = '.', ...more] = options.words;
  if (more.length > 0) throw new UsageError('baseline takes one folder.');
  const { now } = options.now === undefined ? systemClock() : fixedClock(options.now);
  const text = await withTerms('scan', options, io, async ({ source, terms }) => {
    const salt = terms.salt ?? randomSalt();
    const { findings } = await review({
      mode: 'scan',
      source,
      terms: { ...terms, salt },
      now: now(),
      digest: digestFor(salt),
      keyTools,
      version,
    });
    const accepted = findings.filter((f) => !f.waived || f.waived.by === baselinePath);
    io.note(`${accepted.length} findings are accepted until they are taken out of ${baselinePath}.`);
    return baselineText(salt, accepted);
  });
  writeReport(join(root, baselinePath), text);
  io.out(`wrote ${baselinePath}\n`);
  return 0;
}
