/** What `explain` prints. */
import type { OutcomeIdentity, OutcomeRule } from '../model/outcome.js';
import { plain } from './escape.js';
import { at } from './place.js';
import { accessWord, kindWord } from './prose/words.js';

const block = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((l) => `  ${plain(l)}`)];

export const explainRule = (rule: OutcomeRule): string =>
  `${[
    `${rule.id} (${rule.level}, ${rule.theme})`,
    rule.title,
    ...block('Why', [rule.why]),
    ...block('How to satisfy it', [rule.fix]),
    ...block('Controls', rule.controls),
  ].join('\n')}\n`;

/** Everything that is known of an identity, each with the place that says so. */
export function explainIdentity(i: OutcomeIdentity): string {
  const set = (values: readonly string[], negated: boolean) => `${negated ? 'all but ' : ''}${values.join(', ')}`;
  return `${[
    `${plain(i.name)} (${kindWord[i.kind]}, ${accessWord[i.access.level]})`,
    `${plain(i.key)}  ${at(i.location)}`,
    ...block('Owner and life', [
      ...(i.owner ? [`owner: ${i.owner.value} (${i.owner.source}, ${at(i.owner.location)})`] : ['owner: none']),
      ...Object.entries(i.metadata).map(([field, m]) => `${field}: ${m.value} (${m.source}, ${at(m.location)})`),
    ]),
    ...block(
      'Who may become it',
      i.trust.map((t) => `${t.effect} ${t.principals.map((p) => p.value).join(', ')}${conditions(t.conditions)}  ${at(t.location)}`),
    ),
    ...block('What it may do', [
      ...i.grants.map(
        (g) =>
          `${g.effect} ${set(g.actions, g.notActions)} on ${set(g.resources, g.notResources)}${conditions(g.conditions)}  ${at(g.location)} (${g.via})`,
      ),
      ...i.permissionSets.map((p) => `${p.role === 'limit' ? 'within' : 'all of'} ${p.name}  ${at(p.location)} (${p.via})`),
    ]),
    ...block(
      'Credentials',
      i.credentials.map(
        (c) => `${c.name}: ${c.kind}, ${c.origin}, ${c.lifetime}${c.rotatedBy ? `, rotated by ${c.rotatedBy}` : ''}  ${at(c.location)}`,
      ),
    ),
    ...block(
      'Ties',
      i.links.map((l) => `${l.relation} ${l.to}${l.external ? ' (declared elsewhere)' : ''}  ${at(l.location)} (${l.via})`),
    ),
  ].join('\n')}\n`;
}

const conditions = (all: readonly { readonly operator: string; readonly key: string; readonly values: readonly string[] }[]): string =>
  all.length === 0 ? '' : ` when ${all.map((c) => `${c.key} ${c.operator} ${c.values.join(' or ')}`).join(' and ')}`;
