/** The rules and presets that come with the program: compiled from `policies/`, so that nothing is parsed at start-up. */
import { presets, rules } from '../data/builtin-policies.js';
import type { Presets } from './activate.js';
import type { Rule } from './rule.js';

/** Without their examples, which only tests and the catalogue need. */
export const builtinRules: readonly Rule[] = rules;
export const builtinPresets: Presets = presets;
