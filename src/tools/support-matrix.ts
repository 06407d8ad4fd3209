/** `docs/support.md`: what is read and what is understood, from the readers and providers themselves. */
import { unreadFormats } from '../collect/unread.js';
import { markedFamilies } from '../credentials/families/all.js';
import { contextFamilies } from '../credentials/families/context.js';
import { fileFamilies } from '../credentials/families/files.js';
import { namedServices } from '../credentials/families/services-by-name.js';
import type { Family } from '../credentials/sighting.js';
import { groupBy } from '../model/group.js';
import { dialects } from '../model/resource.js';
import type { Entity, Provider } from '../providers/entity.js';
import { providers } from '../providers/index.js';
import { readers } from '../readers/index.js';

const row = (cells: readonly string[]): string => `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
const code = (words: readonly string[]): string => words.map((w) => `\`${w}\``).join(', ');

export function supportMatrix(): string {
  const read = readers.map((r) => [r.title, code(Object.values(r.files).flat()), r.scope]);
  return `${[
    '# What identity-review reads and understands',
    'Generated from `src/readers`, `src/providers` and `src/credentials`. A resource that is not listed carries no identity that we know of; one that we know of and do not understand yet is reported as a gap.',
    '## Read',
    table(['Format', 'Files', 'Read together'], read),
    ...providers.map(providerText),
    ...literals(),
    '## Known and not read yet',
    'A change to one of these is an `unsupported` gap.',
    table(
      ['Format', 'Files'],
      unreadFormats.map((f) => [f.what, code(f.files)]),
    ),
  ].join('\n\n')}\n`;
}

/** Credentials that are recognised by their own value, in any text. */
function literals(): readonly string[] {
  const proofs = markedFamilies.filter((f) => f.check !== undefined).length;
  const named = [...groupBy(contextFamilies, (f) => f.provider).keys()].sort();
  return [
    '## Literal credentials',
    `Every changed text file is looked through for these, whatever its format. ${markedFamilies.length} families have a mark of their own, ${proofs} of them a checksum; a rule names a family by its id.`,
    table(['Issuer', 'Families with a mark of their own'], byIssuer(markedFamilies)),
    'By their own grammar, in the files that hold them:',
    table(['Issuer', 'Families'], byIssuer(Object.values(fileFamilies))),
    `By the name of their issuer before the value: ${named.join(', ')}; and, where a word such as key or token stands between, ${namedServices.length} further services.`,
  ];
}

const byIssuer = (families: readonly Family[]): readonly (readonly string[])[] =>
  [...groupBy(families, (f) => f.provider)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([issuer, of]) => [issuer, code(of.map((f) => f.id))]);

function providerText(provider: Provider): string {
  const used = dialects.filter((d) => provider.entities.some((e) => e.spelled[d]));
  const types = (entity: Entity, dialect: (typeof dialects)[number]) => code([entity.spelled[dialect]?.type ?? []].flat());
  const rows = provider.entities.map((e) => [`\`${e.id}\``, e.title, ...used.map((d) => types(e, d))]);
  const unsupported = provider.unsupported.map((u) => [u.what, u.dialect, `\`${u.type.source}\``]);
  return [
    `## ${provider.title}`,
    table(['Entity', 'What it is', ...used], rows),
    ...(unsupported.length > 0 ? ['Known and not understood yet:', table(['What', 'Dialect', 'Types'], unsupported)] : []),
  ].join('\n\n');
}
