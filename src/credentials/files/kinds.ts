/** The kinds of credential files; the first that fits a file reads it. */
import type { FileKind } from './kind.js';
import { clouds } from './kinds/clouds.js';
import { clusters } from './kinds/clusters.js';
import { configuration } from './kinds/configuration.js';
import { hosts } from './kinds/hosts.js';
import { registries } from './kinds/registries.js';
import { tools } from './kinds/tools.js';

/** What tells most about a file first: its own name before its ending. */
export const fileKinds: readonly FileKind[] = [...registries, ...hosts, ...clouds, ...clusters, ...tools, ...configuration];
