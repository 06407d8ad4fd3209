/** What the operator of a condition demands, before any value is looked at. */
import type { Condition } from './fact.js';

const bare = (operator: string): string => operator.replace(/^for(all|any)\w*:/i, '');

/** Under these the values name who stays out, or say nothing of who comes in (`Null` asks for presence alone). */
export const namesWhoComesIn = ({ operator }: Condition): boolean => !/not(equals|like)|notipaddress|arnnot|^null$/i.test(bare(operator));

/** It holds as well where the key is absent or misspelled, so that it narrows nothing by itself. */
export const holdsWithoutKey = ({ operator }: Condition): boolean => /^forallvalues:|ifexists$/i.test(operator);

/** `*` and `?` of its values are wildcards. The Arn operators all are. */
export const takesWildcards = ({ operator }: Condition): boolean => /like$|^arn/i.test(bare(operator).replace(/ifexists$/i, ''));
