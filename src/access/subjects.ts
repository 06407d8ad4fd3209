/** What the subject of an outside token looks like: so that an example is one that a token can have. */
import type { Condition, Principal, Trust } from '../model/fact.js';
import { show } from '../model/text.js';

/** By issuer: patterns to take an example from, the most telling first. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  'token.actions.githubusercontent.com': [
    'repo:someone/anything:ref:refs/heads/main',
    'repo:?*/?*:ref:refs/heads/main',
    'repo:?*/?*:pull_request',
    'repo:?*/?*:ref:refs/heads/?*',
    'repo:?*/?*:environment:?*',
    'repo:?*/?*:ref:refs/tags/?*',
    '?*:ref:refs/heads/main',
    '?*:pull_request',
  ],
  'gitlab.com': [
    'project_path:someone/anything:ref_type:branch:ref:main',
    'project_path:?*/?*:ref_type:branch:ref:main',
    'project_path:?*/?*:ref_type:branch:ref:?*',
    'project_path:?*/?*:ref_type:tag:ref:?*',
  ],
  'app.terraform.io': [
    'organization:someone:project:any:workspace:any:run_phase:apply',
    'organization:?*:project:?*:workspace:?*:run_phase:?*',
  ],
  'agent.buildkite.com': ['organization:?*:pipeline:?*:ref:refs/heads/main:commit:?*:step:?*'],
  eks: ['system:serviceaccount:default:any', 'system:serviceaccount:?*:?*'],
};

/** For an issuer of which no more is known: a subject is never empty. */
const other = ['any-other-subject', '?*'];

/** Conditions that, added to a statement, make the subject of a token one that its issuer gives out; none where no token is taken. */
export function likelySubjects({ principals, conditions, span }: Trust): readonly (readonly Condition[])[] {
  const hosts = [...new Set([...conditions.flatMap(hostOfKey), ...principals.flatMap(hostOf)])];
  return hosts.flatMap((host) => {
    const about = (operator: string, shape: string): Condition => ({
      operator,
      key: `${host}:sub`,
      values: [{ parts: [shape], span }],
      span,
    });
    const known = shapes[host.startsWith('oidc.eks.') ? 'eks' : host] ?? [];
    return [...known, ...other].map((shape) => [
      about('StringLike', shape),
      // A wildcard of a shape stands for a name, and no name has a colon in it.
      ...(shape.startsWith('?') ? [] : [about('StringNotLike', `${'*:'.repeat(shape.split(':').length)}*`)]),
    ]);
  });
}

/** `token.actions.githubusercontent.com:sub` → the issuer; keys of AWS itself have no address before their colon. */
function hostOfKey({ key }: Condition): readonly string[] {
  const [host = ''] = key.toLowerCase().split(/:(?=[^:]*$)/);
  return /\./.test(host) && !host.startsWith('saml') ? [host] : [];
}

function hostOf({ kind, value }: Principal): readonly string[] {
  if (kind !== 'federated') return [];
  const written = show(value);
  if (written.includes('<') || written.includes(':saml-provider/')) return [];
  return [(written.split('oidc-provider/').at(-1) ?? written).toLowerCase()];
}
