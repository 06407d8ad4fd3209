/** Azure's Bicep, as templates and parameter files write it. */
import { defineSyntax } from '../syntax.js';
import type { BicepFile } from './ast.js';
import { file } from './statements.js';

export const bicep = defineSyntax<BicepFile>({ id: 'bicep', parse: file });
