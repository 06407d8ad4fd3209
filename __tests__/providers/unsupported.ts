/** The gaps that one resource of a type gives. */
import { interpret, meaningsOf } from '../../src/inventory/interpret.js';
import { makeVault } from '../../src/model/redact.js';
import type { Dialect } from '../../src/model/resource.js';
import { span } from '../../src/model/span.js';
import { map } from '../../src/model/tree.js';
import type { Provider } from '../../src/providers/entity.js';
import { sourceOf } from './told.js';

export function unsupportedIn(provider: Provider, dialect: Dialect, type: string): readonly string[] {
  const at = span(sourceOf('some/file', ''), 0, 0);
  const resource = { dialect, type, address: '#x', label: 'x', scope: '', body: map([], at), span: at, head: at, comments: [] };
  return interpret([resource], [provider], meaningsOf([provider]), makeVault(String)).gaps.map((g) => g.reason);
}
