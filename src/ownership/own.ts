/** Whose is it, what for, until when: the nearest word wins, and each value remembers where it was said. */
import { type Inventory, type Ownership, type OwnershipField, ownershipFields, type Sourced, type Subject } from '../model/inventory.js';
import { literal } from '../model/text.js';
import type { CodeOwners } from './codeowners.js';
import { inlinePairs } from './inline.js';
import { normalKey, type OwnershipKeys } from './keys.js';
import type { Registry } from './registry.js';

export interface OwnershipSources {
  readonly keys: OwnershipKeys;
  readonly registry: Registry;
  readonly codeowners: CodeOwners;
}

export const own = (inventory: Inventory, sources: OwnershipSources): Inventory => ({
  ...inventory,
  subjects: new Map([...inventory.subjects].map(([key, s]) => [key, { ...s, ownership: ownershipOf(s, sources) }])),
});

/** In this order: inline comment, registry, tags, labels and annotations, the description, CODEOWNERS. */
function ownershipOf(s: Subject, { keys, registry, codeowners }: OwnershipSources): Ownership {
  const found: { [F in OwnershipField]?: Sourced } = {};
  const entry = registry.entryOf(s.key);
  for (const field of ownershipFields) {
    const value = inline(s, keys[field]) ?? entry[field] ?? tagged(s, keys[field]);
    if (value) found[field] = value;
  }
  const description = literal(s.description);
  if (!found.purpose && s.description && description?.trim())
    found.purpose = { value: description, source: 'description', span: s.description.span };
  if (!found.owner) {
    const owners = s.kind === 'external' ? undefined : codeowners.ownersOf(s.head.source.path);
    if (owners) found.owner = owners;
  }
  return found;
}

function inline(s: Subject, keys: readonly string[]): Sourced | undefined {
  for (const comment of s.comments)
    for (const [key, value] of inlinePairs(comment))
      if (keys.includes(normalKey(key))) return { value, source: 'comment', span: comment.span };
  return undefined;
}

/** The keys are in order of preference; an empty value says nothing, one with a hole is not known. */
function tagged(s: Subject, keys: readonly string[]): Sourced | undefined {
  for (const key of keys)
    for (const tag of s.tags) {
      const value = literal(tag.value);
      if (normalKey(tag.key) === key && value?.trim()) return { value, source: `${tag.source} ${tag.key}`, span: tag.span };
    }
  return undefined;
}
