/** Functions of points in time that are written out. What the time is now is not known from files. */
import type { Span } from '../../../model/span.js';
import { type Node, scalar } from '../../../model/tree.js';
import { failed } from '../nodes.js';
import { type FunctionTable, textArg } from './function.js';

const timestamp = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|([-+])(\d{2}):(\d{2}))$/;

interface Time {
  /** Milliseconds, as the clock of its zone shows them. */
  readonly local: number;
  /** Minutes that the zone is ahead. */
  readonly ahead: number;
  /** As it is written: `Z`, `+02:00`. */
  readonly zone: string;
}

function timeArg(node: Node | undefined): Time | undefined {
  const [, written, zone = 'Z', sign, hours, minutes] = timestamp.exec(textArg(node) ?? '') ?? [];
  const local = written === undefined ? Number.NaN : Date.parse(`${written}Z`);
  if (Number.isNaN(local)) return undefined;
  const ahead = zone === 'Z' ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return { local, ahead, zone };
}

const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };

/** `26h1.5s`, in milliseconds; finer units are lost in a timestamp. */
function durationArg(node: Node | undefined): number | undefined {
  const text = textArg(node) ?? '';
  if (!/^[-+]?(?:\d{1,9}(?:\.\d{1,9})?(?:ms|h|m|s))+$/.test(text)) return undefined;
  let sum = 0;
  for (const [, count, unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)) sum += Number(count) * (units[unit] ?? 0);
  return text.startsWith('-') ? -sum : sum;
}

function timeadd([start, duration]: readonly Node[], at: Span): Node | undefined {
  const time = timeArg(start);
  const added = durationArg(duration);
  if (!time || added === undefined) return undefined;
  const sum = new Date(Math.floor((time.local + added) / 1000) * 1000);
  return Number.isNaN(sum.getTime()) ? undefined : scalar(sum.toISOString().replace('.000Z', time.zone), at);
}

function timecmp(args: readonly Node[], at: Span): Node | undefined {
  const [a, b] = args.map(timeArg);
  if (a === undefined || b === undefined)
    return args.every((arg) => textArg(arg) !== undefined) ? failed('timecmp(…)', 'a timestamp is expected', at) : undefined;
  return scalar(Math.sign(a.local - a.ahead * 60_000 - (b.local - b.ahead * 60_000)), at);
}

export const timeFunctions: FunctionTable = { timeadd, timecmp };
