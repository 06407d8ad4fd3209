/** The gaps that one resource of a type gives, in which these fields are written. */
import { interpret, meaningsOf } from '../../src/inventory/interpret.js';
import { makeVault } from '../../src/model/redact.js';
import type { Dialect } from '../../src/model/resource.js';
import { span } from '../../src/model/span.js';
import { list, map, scalar } from '../../src/model/tree.js';
import type { Provider } from '../../src/providers/entity.js';
import { sourceOf } from './told.js';

export function unsupportedIn(provider: Provider, dialect: Dialect, type: string, ...fields: readonly string[]): readonly string[] {
  const at = span(sourceOf('some/file', ''), 0, 0);
  const body = map(
    fields.map((field) => ({ key: scalar(field, at), value: list([], at) })),
    at,
  );
  const resource = { dialect, type, address: '#x', label: 'x', scope: '', body, span: at, head: at, comments: [] };
  return interpret([resource], [provider], meaningsOf([provider]), makeVault(String)).gaps.map((g) => g.reason);
}
