/** `.github/identity-baseline.yml`: what stood when the repository took up reviews. Its key makes digests of values the same in every run. */
import { validateBaseline } from '../../data/validators.js';
import type { ConfigError } from '../../model/config-error.js';
import type { Finding } from '../../model/finding.js';
import type { Source } from '../../model/span.js';
import type { Waiver } from '../config.js';
import { into, readUserFile } from './document.js';
import { shapeProblems } from './shape-errors.js';

export interface Baseline {
  /** Hexadecimal; undefined where there is no baseline. */
  readonly salt?: string;
  readonly waivers: readonly Waiver[];
  readonly errors: readonly ConfigError[];
}

/** Without a file nothing is accepted. */
export function readBaseline(source: Source | undefined): Baseline {
  if (!source) return { waivers: [], errors: [] };
  const file = readUserFile(source);
  const errors = [...file.errors];
  const { data } = file;
  if (!validateBaseline(data)) {
    for (const problem of shapeProblems(validateBaseline.errors ?? [])) into(errors, file)(problem);
    return { waivers: [], errors };
  }
  const accepted = ({ rule, fingerprint }: (typeof data.accepted)[number], index: number): Waiver => ({
    rule,
    fingerprint,
    reason: 'it stood when the baseline was written',
    owner: source.path,
    until: undefined,
    at: file.spanOf({ at: ['accepted', index], message: '', mend: '' }),
  });
  return { salt: data.salt, waivers: data.accepted.map(accepted), errors };
}

const heading = `# Findings that stood when this was written. \`identity-review baseline\` writes it anew; take a line out when its finding is mended.
# The salt binds fingerprints of literal credentials to their values: another value is another finding.
`;

/** Sorted, without dates and places, one line for each: two branches merge without a conflict where they do not mean the same line. */
export function baselineText(salt: string, findings: readonly Pick<Finding, 'rule' | 'fingerprint'>[]): string {
  const lines = new Set(findings.map(({ rule, fingerprint }) => `  - { rule: ${rule}, fingerprint: ${fingerprint} }\n`));
  const accepted = lines.size === 0 ? 'accepted: []\n' : `accepted:\n${[...lines].sort().join('')}`;
  return `${heading}salt: "${salt}"\n${accepted}`;
}
