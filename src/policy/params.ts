/** Parameters of rules. */
import type { ParamType, ParamValue } from './rule.js';
import { durationOf } from './time.js';

const tests: Readonly<Record<ParamType, (value: ParamValue) => boolean>> = {
  string: (v) => typeof v === 'string',
  number: (v) => typeof v === 'number',
  boolean: (v) => typeof v === 'boolean',
  list: (v) => Array.isArray(v),
  duration: (v) => typeof v === 'string' && durationOf(v) !== undefined,
};

/** Whether a value can be given to a parameter of the type. */
export const paramFits = (type: ParamType, value: ParamValue): boolean => tests[type](value);
