/** Kubernetes rules as half a sentence: "get and list `secrets` in `prod`". */
import type { Grant } from '../../model/fact.js';
import { show } from '../../model/text.js';
import { code, list } from './words.js';

/** What the rule lets somebody do, with the names it is narrowed to. */
export function kubernetesPhrase(g: Grant): string {
  const names = g.conditions.filter((c) => c.operator === 'resourceNames').flatMap((c) => c.values.map(show));
  return [doing(g), what(g), ...(names.length > 0 ? [`named ${list(names.map(code))}`] : []), where(show(g.scope))].join(' ');
}

/** Its conditions that the phrase does not tell. */
export const untoldByKubernetes = (g: Grant): Grant['conditions'] => g.conditions.filter((c) => c.operator !== 'resourceNames');

function doing(g: Grant): string {
  const verbs = g.actions.patterns.map(show);
  return verbs.includes('*')
    ? 'do anything with'
    : list(
        verbs.map((v) => (/^[a-z]+$/i.test(v) ? v : code(v))),
        8,
      );
}

function what(g: Grant): string {
  const resources = g.resources.patterns.map(show);
  if (resources.some((r) => r === '*' || r === '*/*')) return 'everything';
  const urls = resources.filter((r) => r.startsWith('url:')).map((r) => code(r.slice('url:'.length)));
  const kinds = resources.filter((r) => !r.startsWith('url:')).map((r) => code(r.replace(/^core\//, '')));
  return list([...kinds, ...(urls.length > 0 ? [`the addresses ${list(urls)}`] : [])]);
}

const where = (scope: string): string => (scope === '*' ? 'in the whole cluster' : `in ${code(scope.replace(/^namespace\//, ''))}`);
