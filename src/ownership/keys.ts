/** Under which words each metadata field is found, before the config adds its own. Keys are compared without case, `-`, `_`, `.` or a domain prefix. */
import type { OwnershipField } from '../model/inventory.js';

export type OwnershipKeys = Readonly<Record<OwnershipField, readonly string[]>>;

const builtIn: OwnershipKeys = {
  owner: [
    'owner',
    'owned-by',
    'team',
    'maintainer',
    'contact',
    'owner-email',
    'team-owner',
    'service-owner',
    'business-owner',
    'technical-owner',
  ],
  purpose: ['purpose', 'description', 'used-for', 'usage'],
  reviewBy: ['review-by', 'review-date', 'next-review', 'recertify-by', 'review-on'],
  rotation: ['rotation', 'rotate-every', 'rotation-period', 'rotation-days'],
  expires: ['expires', 'expiry', 'expires-on', 'expiration', 'expiration-date', 'valid-until', 'ttl'],
  retireWhen: ['retire-when', 'retirement', 'retire-on', 'decommission'],
};

/** `acme.org/Owned_By` and `acme:owned-by` → `ownedby`. */
export const normalKey = (key: string): string =>
  key
    .replace(/^.*[/:]/, '')
    .toLowerCase()
    .replace(/[-_. ]/g, '');

/** The config's keys count before the built-in ones. */
export function ownershipKeys(configured: { readonly [F in OwnershipField]?: readonly string[] }): OwnershipKeys {
  const merged = (field: OwnershipField) => [...(configured[field] ?? []), ...builtIn[field]].map(normalKey);
  return {
    owner: merged('owner'),
    purpose: merged('purpose'),
    reviewBy: merged('reviewBy'),
    rotation: merged('rotation'),
    expires: merged('expires'),
    retireWhen: merged('retireWhen'),
  };
}
