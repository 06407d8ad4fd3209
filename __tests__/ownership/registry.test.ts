import { describe, expect, it } from '@jest/globals';
import { ConfigError, describeConfigError } from '../../src/model/config-error.js';
import type { IdentityKey } from '../../src/model/inventory.js';
import { parseFormerRegistry, parseRegistry } from '../../src/ownership/registry.js';
import { sourceOf } from './make.js';

const registry = (content: string) => parseRegistry(sourceOf(content, '.github/identities.yml'));
const owner = (content: string, key: string, scope = 'infra') => {
  const [bare = ''] = key.split('@');
  const [provider = '', thing = '', ...name] = bare.split(':');
  return registry(content).entryOf({ key: key as IdentityKey, type: `${provider}.${thing}`, name: name.join(':'), scope }).owner?.value;
};
const entries = (...rows: readonly (readonly [string, string])[]): string =>
  `identities:\n${rows.map(([identity, who]) => `  - identity: ${JSON.stringify(identity)}\n    owner: ${who}\n`).join('')}`;

describe('entries', () => {
  it.each<[string, string, string, string | undefined]>([
    ['by key', entries(['aws:role:ci', 'a']), 'aws:role:ci', 'a'],
    ['of another key', entries(['aws:role:cd', 'a']), 'aws:role:ci', undefined],
    ['by key without scope', entries(['aws:role:ci', 'a']), 'aws:role:ci@infra', 'a'],
    ['by key with scope', entries(['aws:role:ci@infra', 'a']), 'aws:role:ci', 'a'],
    ['with scope before those without', entries(['aws:role:ci', 'a'], ['aws:role:ci@infra', 'b']), 'aws:role:ci@infra', 'b'],
    ['by wildcard at the end', entries(['aws:role:*', 'a']), 'aws:role:ci', 'a'],
    ['by wildcard in the middle', entries(['aws:*:ci', 'a']), 'aws:role:ci', 'a'],
    ['by wildcards that must not overlap', entries(['aws:role:c*i*i', 'a']), 'aws:role:ci', undefined],
    ['by a wildcard that stands for nothing', entries(['aws:role:c*i', 'a']), 'aws:role:ci', 'a'],
    ['exact before wildcard', entries(['aws:role:*', 'a'], ['aws:role:ci', 'b']), 'aws:role:ci', 'b'],
    ['the first of two wildcards', entries(['aws:*', 'a'], ['aws:role:*', 'b']), 'aws:role:ci', 'a'],
    ['only a star is a wildcard', entries(['aws:role:c.', 'a']), 'aws:role:ci', undefined],
  ])('%s', (_, content, key, expected) => {
    expect(owner(content, key)).toBe(expected);
  });

  it('carry every field, as text and with its place', () => {
    const entry = registry(`identities:
  - identity: aws:role:ci
    owner: team-a
    purpose: "  nightly export "
    review-by: 2027-01-01
    rotation: 90
    expires: 2028-01-01
    retire-when: the queue is gone
`).entryOf({ key: 'aws:role:ci' as IdentityKey, type: 'aws.role', name: 'ci', scope: '' });
    expect(Object.fromEntries(Object.entries(entry).map(([field, s]) => [field, s?.value]))).toEqual({
      owner: 'team-a',
      purpose: 'nightly export',
      reviewBy: '2027-01-01',
      rotation: '90',
      expires: '2028-01-01',
      retireWhen: 'the queue is gone',
    });
    expect(entry.owner?.source).toBe('registry');
  });

  it.each(['', '# nothing yet\n', 'identities:\n', 'identities: []\n'])('are none in %j', (content) => {
    expect(owner(content, 'aws:role:ci')).toBeUndefined();
  });
});

describe('a file that is wrong', () => {
  it.each<[string, string, string]>([
    ['no list', 'owners: {}\n', '1:1: The registry has no `identities` list.'],
    ['a list at the top', '- identity: a\n', '1:1: The registry has no `identities` list.'],
    ['an entry without a key', 'identities:\n  - owner: a\n', '2:5: A registry entry names no `identity`.'],
    ['a map of entries', 'identities:\n  aws:role:ci:\n    owner: a\n', '2:3: A registry entry names no `identity`.'],
    ['an unknown field', 'identities:\n  - identity: a\n    ownr: b\n', '3:5: `ownr` is not a field of a registry entry.'],
    ['a field without a value', 'identities:\n  - identity: a\n    owner:\n', '`owner` has to be text.'],
    ['a field with a blank value', 'identities:\n  - identity: a\n    owner: " "\n', '3:12: `owner` has to be text.'],
    ['a field with several values', 'identities:\n  - identity: a\n    owner: [b, c]\n', '3:12: `owner` has to be text.'],
    ['two entries of one key', entries(['a', 'x'], ['a', 'y']), '4:5: `a` has two entries.'],
    ['two documents', 'identities: []\n---\nidentities: []\n', '3:1: The registry has more than one document.'],
    ['no YAML', 'identities: [\n', '.github/identities.yml:'],
  ])('%s is told with its place and its mend', (_, content, expected) => {
    const told = (): string => {
      try {
        registry(content);
      } catch (error) {
        if (error instanceof ConfigError) return `${describeConfigError(error)}${error.mend === '' ? ' NO MEND' : ''}`;
        throw error;
      }
      return 'nothing';
    };
    expect(told()).toContain(expected);
    expect(told()).toMatch(/^\.github\/identities\.yml:\d+:\d+: /);
    expect(told()).not.toContain('NO MEND');
  });

  it('says nothing when it is how the file was before the change', () => {
    expect(
      parseFormerRegistry(sourceOf('owners: {}\n')).entryOf({ key: 'a' as IdentityKey, type: 'aws.role', name: 'a', scope: '' }),
    ).toEqual({});
  });
});
