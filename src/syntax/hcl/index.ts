/** HashiCorp's configuration language, version 2, as Terraform, OpenTofu and their kin write it. */
import { defineSyntax } from '../syntax.js';
import type { HclFile } from './ast.js';
import { file } from './structure.js';

export const hcl = defineSyntax<HclFile>({ id: 'hcl', parse: file });

export { parseExpression, parseTemplate } from './fragments.js';
