/** `../shared/facts/privilege-escalation.json` → `src/data/aws-escalations.ts`: which sets of actions make which path. */
import { readFileSync } from 'node:fs';

interface SourceFact {
  readonly id: string;
  readonly provider: string;
  readonly required: readonly string[];
  readonly category: string;
  readonly target_dependent: boolean;
  readonly description: string;
}
interface Source {
  readonly generated: string;
  readonly facts: readonly SourceFact[];
}

/** Of AWS alone: the sets of other clouds come in with the meaning of those clouds. */
export function escalationFile(path: string): string {
  const { generated, facts } = JSON.parse(readFileSync(path, 'utf8')) as Source;
  const rows = facts
    .filter((f) => f.provider === 'aws')
    .map(({ id, required, category, description }) => `  ${JSON.stringify({ id, category, required, description })},`);
  return [
    `// Source: facts gathered on ${generated} from public descriptions (DataDog pathfinding.cloud, Apache-2.0; Rhino Security Labs; PMapper), in own words.`,
    '// Made by `node build/tools/run.js catalogues` (src/tools/catalogues).',
    '',
    '/** One way to more rights: whoever may do all that is required, on targets that fit together, has it. */',
    'export interface EscalationFact {',
    '  readonly id: string;',
    "  readonly category: 'self-escalation' | 'principal-access' | 'new-passrole' | 'existing-passrole';",
    '  readonly required: readonly string[];',
    '  readonly description: string;',
    '}',
    '',
    '/** In the order of the source. */',
    'export const awsEscalations: readonly EscalationFact[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}
