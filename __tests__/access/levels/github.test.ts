import { describe, expect, it } from '@jest/globals';
import { github } from '../../../src/access/levels/github.js';
import { grant } from '../make.js';

const token = (actions: string | string[], permissions: string | string[]) => grant(actions, permissions, { system: 'github' });

describe('level of token permissions', () => {
  it.each<[string | string[], string | string[], string]>([
    ['read', 'contents', 'reads'],
    ['read', '*', 'reads'],
    [['read', 'write'], 'contents', 'writes-infrastructure'],
    [['read', 'write'], 'packages', 'writes-infrastructure'],
    [['read', 'write'], 'issues', 'writes'],
    ['write', 'id-token', 'none'],
    ['write', ['id-token', 'issues'], 'writes'],
    ['write', '*', 'admin'],
    ['<inputs.access>', 'contents', 'unknown'],
    ['write', '<inputs.permission>', 'unknown'],
  ])('%j on %j: %s', (actions, permissions, expected) => {
    expect(github.level(token(actions, permissions))).toBe(expected);
  });

  it('is as broad as the repository for all permissions', () => {
    expect(github.breadth(token('write', '*'))).toBe('everything');
    expect(github.breadth(token('write', 'contents'))).toBe('exact');
  });
});
