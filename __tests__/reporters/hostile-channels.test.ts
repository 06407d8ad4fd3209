/** What GitHub's API is handed: hostile names are inert in the comment, the check run and the suggestions, and nobody is called. */
import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../src/model/outcome.js';
import { checkRun } from '../../src/reporters/check-run.js';
import { comment, markerOf } from '../../src/reporters/comment.js';
import { reviewersOf } from '../../src/reporters/reviewers.js';
import { suggestionsOf } from '../../src/reporters/suggestions.js';
import { texts } from './hostile-texts.js';
import { liveMarkdown } from './inert.js';
import { changeOf, everyKind, findingOf, identityOf, outcomeOf, placeOf, sourcedOf } from './outcomes.js';

const unseen = /(?![\n\u2060])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffe]/u;
const urlOf = () => undefined;
const said = (text: string): Outcome => everyKind(text === '' ? 'x' : text);

it('there are sixty and more of them', () => {
  expect(new Set(texts).size).toBeGreaterThanOrEqual(60);
});

describe.each(texts.map((text) => [JSON.stringify(text), text]))('%s', (_, text) => {
  it('in the comment', () => {
    const marker = markerOf('Identity review');
    const body = comment(said(text), marker, urlOf, { rest: 'the job summary' });
    expect(body.startsWith(`${marker}\n`)).toBe(true);
    // Ours is the only comment of HTML: nobody can end it or begin another one.
    expect(body.slice(marker.length).replace(/`[^`\n]*`/g, '')).not.toContain('<!--');
    expect(liveMarkdown(body.slice(marker.length + 1))).toEqual([]);
    expect(body).not.toMatch(unseen);
  });

  it('in the name of the check', () => {
    expect(markerOf(text.replace(/\p{Cs}/gu, ''))).toMatch(/^<!-- identity-review: [^<>\s]* -->$/);
  });

  it('in the check run', () => {
    const { title, summary, annotations } = checkRun(said(text), urlOf, { rest: 'the job summary' });
    expect(liveMarkdown(summary)).toEqual([]);
    for (const shown of [title, summary, ...annotations.flatMap((a) => [a.title, a.message, a.path])]) {
      expect(shown).not.toMatch(unseen);
      expect(shown).not.toContain('##[');
    }
    for (const { title: name, message } of annotations) {
      expect(name).not.toContain('\n');
      expect(message.split('\n')).toHaveLength(3);
    }
  });

  it('in a suggestion', () => {
    const replacement = `# ${text.replace(/[\n\r\u2028\u2029]/g, ' ')}`;
    const outcome = outcomeOf({ findings: [findingOf({ message: text || 'x', suggestion: { location: placeOf(), replacement } })] });
    const [suggestion] = suggestionsOf(outcome);
    if (unseen.test(replacement.replaceAll('\t', ''))) return expect(suggestion).toBeUndefined();
    const { body = '', marker = '' } = suggestion ?? {};
    const [, words, fence] = body.split('\n\n');
    expect(liveMarkdown(words ?? '')).toEqual([]);
    // The text cannot close its own fence.
    const ticks = /^`+/.exec(fence ?? '')?.[0] ?? '';
    expect(fence).toBe(`${ticks}suggestion\n${replacement}\n${ticks}`);
    expect(replacement).not.toContain(ticks);
    expect(marker).toMatch(/^<!-- identity-review: [^<>\s]* -->$/);
  });

  it('as an owner calls nobody but accounts and teams of the organisation', () => {
    const identity = identityOf({ owner: sourcedOf(text), key: 'aws:role:deploy' });
    const { people, teams } = reviewersOf(outcomeOf({ identities: [identity], changes: [changeOf()] }), 'acme', 'author');
    for (const name of [...people, ...teams]) expect(name).toMatch(/^[\w.-]+$/);
  });
});
