/** `docs/support.md`: what is read and what is understood, from the readers and providers themselves. */
import { unreadFormats } from '../collect/unread.js';
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
    'Generated from `src/readers` and `src/providers`. A resource that is not listed carries no identity that we know of; one that we know of and do not understand yet is reported as a gap.',
    '## Read',
    table(['Format', 'Files', 'Read together'], read),
    ...providers.map(providerText),
    '## Known and not read yet',
    'A change to one of these is an `unsupported` gap.',
    table(
      ['Format', 'Files'],
      unreadFormats.map((f) => [f.what, code(f.files)]),
    ),
  ].join('\n\n')}\n`;
}

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
