import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { readInputs } from '../../src/doors/action-inputs.js';

const read = (said: Readonly<Record<string, string>>) => readInputs((name) => said[name]);

describe('inputs', () => {
  it('are those of action.yml, of which none speaks louder than the config', () => {
    const asked: string[] = [];
    readInputs((name) => {
      asked.push(name);
      return undefined;
    });
    const { inputs } = load(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, { default?: string }> };
    expect([...new Set(asked)].sort()).toEqual(Object.keys(inputs).sort());
    expect(Object.keys(inputs).filter((name) => inputs[name]?.default !== undefined)).toEqual(['github-token']);
  });

  it('say nothing when the workflow says nothing', () => {
    expect(read({})).toEqual({
      said: { policies: [], caller: { door: 'action' } },
      annotations: 'auto',
      comment: 'never',
      suggestions: false,
      requestReviewers: false,
      checkName: 'Identity review',
      files: [],
    });
  });

  it('take policies one a line', () => {
    expect(read({ policies: ' a \r\n\n b, c\n' }).said.policies).toEqual(['a', 'b, c']);
  });

  it('have words of their own', () => {
    expect(() => read({ 'fail-on': 'warnings' })).toThrow('The input fail-on cannot be "warnings". Did you mean warning?');
    expect(() => read({ comment: 'on-finding' })).toThrow('Did you mean on-findings?');
    expect(() => read({ suggestions: 'yes' })).toThrow('Known: true, false.');
    expect(() => read({ annotations: 'Off' })).toThrow('The input annotations');
  });

  it('ask for channels', () => {
    const said = { comment: 'on-failure', suggestions: 'true', annotations: 'check-run', 'request-reviewers': 'true', 'check-name': 'NHI' };
    expect(read(said)).toMatchObject({
      comment: 'on-failure',
      suggestions: true,
      annotations: 'check-run',
      requestReviewers: true,
      checkName: 'NHI',
    });
  });
});
