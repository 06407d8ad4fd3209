/** Which environment something belongs to, guessed from what people write: tags first, then the place, then the name. */
import type { Subject } from '../../model/inventory.js';
import { absent, attributeValue, string, type Value } from '../value.js';

export const environments = ['production', 'staging', 'development', 'test'] as const;
type Environment = (typeof environments)[number];

const spellings: Readonly<Record<Environment, readonly string[]>> = {
  production: ['production', 'prod', 'prd', 'live'],
  staging: ['staging', 'stage', 'stg', 'preprod', 'preproduction', 'uat'],
  development: ['development', 'develop', 'dev'],
  test: ['test', 'testing', 'tst', 'qa', 'sandbox', 'sbx'],
};
const bySpelling = new Map(environments.flatMap((e) => spellings[e].map((s) => [s, e] as const)));
const tagKeys = new Set(['environment', 'env', 'stage', 'app.kubernetes.io/environment']);

const inWords = (text: string): Environment | undefined => {
  for (const word of text.toLowerCase().split(/[^a-z0-9]+/)) {
    const found = bySpelling.get(word);
    if (found) return found;
  }
  return undefined;
};

/** `non-prod` is not production, whatever its last word says. */
const guess = (text: string): Environment | undefined => inWords(text.replace(/\bnon[-_]?prod(uction)?/gi, 'development'));

export function environmentOf(subject: Subject): Value {
  for (const tag of subject.tags) {
    if (!tagKeys.has(tag.key.toLowerCase())) continue;
    const written = tag.value.parts.every((p) => typeof p === 'string') ? tag.value.parts.join('') : undefined;
    const found = written === undefined ? undefined : guess(written);
    if (found) return string(found);
  }
  const declared = attributeValue(subject.attributes.environment, 'environment');
  const named = declared.is === 'text' ? guess(declared.words.filter((w) => typeof w === 'string').join(' ')) : undefined;
  const found = named ?? guess(subject.head.source.path) ?? guess(subject.key);
  return found ? string(found) : absent;
}
