/** Every provider. A test compares this list with the folders of this room. */
import { aws } from './aws/index.js';
import type { Provider } from './entity.js';
import { github } from './github/index.js';
import { kubernetes } from './kubernetes/index.js';

export const providers: readonly Provider[] = [aws, github, kubernetes];
