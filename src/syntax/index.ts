/** Every syntax by its id. */
import { hcl } from './hcl/index.js';
import { json } from './json.js';
import { yaml } from './yaml/index.js';

export const syntaxes = { hcl, json, yaml } as const;
