import { describe, expect, it } from '@jest/globals';
import type { Subject } from '../../src/model/inventory.js';
import { parseCodeowners } from '../../src/ownership/codeowners.js';
import { normalKey, ownershipKeys } from '../../src/ownership/keys.js';
import { own } from '../../src/ownership/own.js';
import { parseRegistry } from '../../src/ownership/registry.js';
import { subject } from '../access/make.js';
import { comment, hole, sourceOf, tag } from './make.js';

const registry = 'identities:\n  - identity: aws:role:ci\n    owner: registered\n';
interface Files {
  readonly registry?: string;
  readonly codeowners?: string;
  readonly keys?: Parameters<typeof ownershipKeys>[0];
}

function owned(more: Partial<Subject>, files: Files = {}): Subject {
  const s = subject(more);
  const sources = {
    keys: ownershipKeys(files.keys ?? {}),
    registry: parseRegistry(files.registry === undefined ? undefined : sourceOf(files.registry)),
    codeowners: parseCodeowners(files.codeowners === undefined ? undefined : sourceOf(files.codeowners)),
  };
  return own({ side: 'head', subjects: new Map([[s.key, s]]), gaps: [] }, sources).subjects.get(s.key) ?? s;
}
const ownerOf = (more: Partial<Subject>, files?: Files) => {
  const { owner } = owned(more, files).ownership;
  return owner && `${owner.value} by ${owner.source}`;
};

describe('keys', () => {
  it.each([
    ['owner', 'owner'],
    ['Owner', 'owner'],
    ['OWNED_BY', 'ownedby'],
    ['owned-by', 'ownedby'],
    ['Owned By', 'ownedby'],
    ['acme.org/Owned_By', 'ownedby'],
    ['acme:owned.by', 'ownedby'],
    ['a/b:c', 'c'],
  ])('%s is %s', (written, expected) => {
    expect(normalKey(written)).toBe(expected);
  });
});

describe('the owner', () => {
  const everywhere: Files = { registry, codeowners: '* @path\n' };
  const tags = [tag('Owner', 'tagged')];
  it.each<[string, Partial<Subject>, Files, string | undefined]>([
    ['nobody', {}, {}, undefined],
    ['by comment, before all else', { comments: [comment('identity-review: owner=said')], tags }, everywhere, 'said by comment'],
    ['by registry, before tags', { tags }, everywhere, 'registered by registry'],
    ['by tag, before the path', { tags }, { codeowners: '* @path\n' }, 'tagged by tag Owner'],
    ['by path, when nothing else says', {}, { codeowners: '* @path\n' }, '@path by CODEOWNERS'],
    ['not by path, for what is not declared here', { kind: 'external' }, { codeowners: '* @path\n' }, undefined],
    ['by label', { tags: [tag('team', 'shop', 'label')] }, {}, 'shop by label team'],
    ['by annotation', { tags: [tag('acme.org/owner', 'shop', 'annotation')] }, {}, 'shop by annotation acme.org/owner'],
    ['by the better of two keys', { tags: [tag('team', 'b'), tag('owner', 'a')] }, {}, 'a by tag owner'],
    [
      'by a key of the config, before the built-in ones',
      { tags: [tag('owner', 'a'), tag('squad', 'b')] },
      { keys: { owner: ['Squad'] } },
      'b by tag squad',
    ],
    ['by the next key, when one is empty', { tags: [tag('owner', ' '), tag('team', 'b')] }, {}, 'b by tag team'],
    ['by the next key, when one is not known', { tags: [tag('owner', hole('var.owner')), tag('team', 'b')] }, {}, 'b by tag team'],
    [
      'by the next comment, when one is empty',
      { comments: [comment('identity-review: owner=""'), comment('identity-review: owner=a')] },
      {},
      'a by comment',
    ],
    ['not by an empty comment', { comments: [comment('identity-review: owner=""')], tags }, {}, 'tagged by tag Owner'],
    ['not by a comment of somebody else', { comments: [comment('owner=said')] }, {}, undefined],
    ['trimmed', { tags: [tag('owner', ' a ')] }, {}, 'a by tag owner'],
  ])('%s', (_, more, files, expected) => {
    expect(ownerOf(more, files)).toBe(expected);
  });

  it('that is written and not known is told as that', () => {
    const unknown = owned({ tags: [tag('owner', hole('var.owner'))] });
    expect([unknown.ownership, unknown.ownershipUnknown]).toEqual([{}, { owner: '<var.owner>' }]);
    expect(owned({ tags: [tag('owner', hole('var.owner'))] }, { codeowners: '* @path\n' }).ownershipUnknown).toBeUndefined();
    expect(owned({ tags: [tag('owner', '')] }).ownershipUnknown).toBeUndefined();
  });
});

describe('the other fields', () => {
  it('come from tags and comments alike', () => {
    const { ownership } = owned({
      tags: [tag('Review-By', '2027-01-01'), tag('rotation', '90d'), tag('expires-on', '2028-01-01'), tag('retire_when', 'moved')],
      comments: [comment('identity-review: purpose="nightly export"')],
    });
    expect(Object.fromEntries(Object.entries(ownership).map(([field, s]) => [field, s?.value]))).toEqual({
      purpose: 'nightly export',
      reviewBy: '2027-01-01',
      rotation: '90d',
      expires: '2028-01-01',
      retireWhen: 'moved',
    });
  });

  it('a description is a purpose, unless one is written', () => {
    const description = tag('', ' Exports orders. ').value;
    expect(owned({ description }).ownership.purpose).toMatchObject({ value: 'Exports orders.', source: 'description' });
    expect(owned({ description, tags: [tag('purpose', 'x')] }).ownership.purpose?.value).toBe('x');
    expect(owned({ description: hole('var.description') }).ownership.purpose).toBeUndefined();
  });
});
