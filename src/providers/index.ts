/** Every provider. A test compares this list with the folders of this room. */
import { aws } from './aws/index.js';
import { azure } from './azure/index.js';
import type { Provider } from './entity.js';
import { gcp } from './gcp/index.js';
import { github } from './github/index.js';
import { kubernetes } from './kubernetes/index.js';
import { terraform } from './terraform/index.js';

export const providers: readonly Provider[] = [aws, azure, gcp, github, kubernetes, terraform];
