/** Every syntax by its id. */
import { bicep } from './bicep/index.js';
import { hcl } from './hcl/index.js';
import { json } from './json.js';
import { yaml } from './yaml/index.js';

export const syntaxes = { bicep, hcl, json, yaml } as const;
