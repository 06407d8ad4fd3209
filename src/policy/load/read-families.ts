/** Families of credentials in policy files → what the detector takes. Their patterns run on RE2, in linear time, whatever they say. */

import type { CustomFamily, LinearMatcher } from '../../credentials/custom.js';
import { type FamilyInFile, validateRules } from '../../data/validators.js';
import type { ConfigError } from '../../model/config-error.js';
import type { Source } from '../../model/span.js';
import { into, readUserFile } from './document.js';

/** A family and the texts that prove it. */
export interface DeclaredFamily extends CustomFamily {
  readonly examples: NonNullable<FamilyInFile['examples']>;
}

export interface LoadedFamilies {
  readonly families: readonly DeclaredFamily[];
  readonly errors: readonly ConfigError[];
}

/** Of files whose shape is right; what else is wrong with them `readRules` tells. The pattern engine is loaded when a file has a family. */
export async function readFamilies(sources: readonly Source[]): Promise<LoadedFamilies> {
  const errors: ConfigError[] = [];
  const families: DeclaredFamily[] = [];
  const seen = new Set<string>();
  for (const source of sources) {
    const file = readUserFile(source);
    const report = into(errors, file);
    const declared = validateRules(file.data) ? (file.data.families ?? []) : [];
    for (const [index, family] of declared.entries()) {
      if (seen.has(family.id))
        report({ at: ['families', index, 'id'], message: `There is already a family \`${family.id}\`.`, mend: 'Give it another id.' });
      seen.add(family.id);
      const pattern = await matcherOf(family.pattern);
      if (typeof pattern === 'string')
        report({
          at: ['families', index, 'pattern'],
          message: `The pattern cannot be read: ${pattern}.`,
          mend: 'Write it in the RE2 dialect.',
        });
      else families.push(familyOf(family, pattern));
    }
  }
  return { families, errors };
}

const familyOf = (family: FamilyInFile, pattern: LinearMatcher): DeclaredFamily => ({
  id: family.id,
  title: family.title,
  provider: family.provider,
  kind: family.kind,
  identity: family.identity ?? 'access-token',
  lifetime: family.lifetime ?? 'static',
  replacement: family.replacement ?? 'secret-store',
  isPublic: family.public ?? false,
  markers: family.markers,
  pattern,
  ...(family.checksum && { checksum: family.checksum }),
  decode: family.decode ?? [],
  examples: family.examples ?? [],
});

/** The matcher, or what is wrong with the pattern. */
async function matcherOf(pattern: string): Promise<LinearMatcher | string> {
  const { RE2JS } = await import('re2js');
  try {
    const compiled = RE2JS.compile(pattern);
    return {
      exec: (window) => {
        const matcher = compiled.matcher(window);
        return matcher.find() ? [matcher.start(), matcher.end()] : undefined;
      },
    };
  } catch (error) {
    return error instanceof Error ? error.message : 'it is no pattern';
  }
}
