import { describe, expect, it } from '@jest/globals';
import { askedBy } from '../../src/doors/action-event.js';

const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
const none = { baseRef: undefined, headRef: undefined };
const pull = { pull_request: { base: { sha: a }, head: { sha: b } } };

describe('an event', () => {
  it('tells both sides', () => {
    for (const name of ['pull_request', 'pull_request_target', 'pull_request_review', 'other'])
      expect(askedBy({ name, payload: pull }, none)).toEqual({ base: a, head: b, baseIs: 'target' });
    expect(askedBy({ name: 'merge_group', payload: { merge_group: { base_sha: a, head_sha: b } } }, none)).toEqual({
      base: a,
      head: b,
      baseIs: 'state',
    });
    expect(askedBy({ name: 'push', payload: { before: a, after: b } }, none)).toMatchObject({ base: a, head: b, baseIs: 'state' });
    expect(askedBy({ name: 'push', payload: { before: '0'.repeat(64), after: b } }, none)).toEqual({
      base: null,
      head: b,
      baseIs: 'state',
    });
  });

  it('of a push falls back on the default branch, then on nothing', () => {
    const whole = { base: null, head: b, baseIs: 'state' };
    const branch = { base: 'main', head: b, baseIs: 'branch', ifGone: whole };
    const push = (before: string, ref: string, after = b) =>
      askedBy({ name: 'push', payload: { before, after, ref, repository: { default_branch: 'main' } } }, none);
    expect(push(a, 'refs/heads/topic')).toEqual({ base: a, head: b, baseIs: 'state', ifGone: branch });
    expect(push('0'.repeat(40), 'refs/heads/topic')).toEqual(branch);
    expect(push('0'.repeat(40), 'refs/heads/main')).toEqual(whole);
    expect(push(a, 'refs/heads/topic', '0'.repeat(40))).toBeUndefined();
  });

  it('or none: then everything is new', () => {
    for (const name of ['schedule', 'workflow_dispatch', 'release', 'issue_comment', ''])
      expect(askedBy({ name, payload: undefined }, none)).toEqual({ base: null, head: 'HEAD', baseIs: 'state' });
  });

  it('gives way to the inputs, side by side', () => {
    expect(askedBy({ name: 'schedule', payload: {} }, { baseRef: 'main', headRef: undefined })).toMatchObject({
      base: 'main',
      head: 'HEAD',
    });
    expect(askedBy({ name: 'schedule', payload: {} }, { baseRef: undefined, headRef: 'v1' })).toMatchObject({ base: null, head: 'v1' });
    expect(askedBy({ name: 'pull_request', payload: pull }, { baseRef: 'main', headRef: undefined })).toEqual({
      base: 'main',
      head: b,
      baseIs: 'branch',
    });
    expect(askedBy({ name: 'pull_request', payload: 'no object' }, { baseRef: 'main', headRef: 'x' })).toMatchObject({
      base: 'main',
      head: 'x',
    });
  });

  it('whose payload is not what GitHub sends says what to do', () => {
    for (const payload of [
      undefined,
      'text',
      [],
      { pull_request: null },
      { pull_request: { base: { sha: '--upload-pack=x' }, head: { sha: b } } },
    ])
      expect(() => askedBy({ name: 'pull_request', payload }, none)).toThrow('no pull_request.base.sha. Name both sides');
    expect(() => askedBy({ name: 'push', payload: { after: b } }, none)).toThrow('no before');
  });
});
