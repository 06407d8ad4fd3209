/** The time of a run: asked once, the same everywhere. */
import type { Clock } from '../ports.js';
import { EdgeError, printable } from './edge-error.js';

/** RFC 3339 in UTC, to the second. */
const toSecond = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

/** The machine's clock. It stands still after the first look, so that one run has one time. */
export function systemClock(): Clock {
  let first: string | undefined;
  return { now: () => (first ??= toSecond(new Date())) };
}

const rfc3339 = /^(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d:\d\d)(?:\.\d{1,9})?([Zz]|[+-]\d\d:\d\d))?$/;

/** A clock that shows what the user says: an RFC 3339 date-time, or a date for its first moment in UTC. */
export function fixedClock(time: string): Clock {
  const [, day, clock = '00:00:00', zone = 'Z'] = rfc3339.exec(time) ?? [];
  // The day is checked on its own: 30 February would otherwise roll over into March.
  const real = day !== undefined && new Date(`${day}T00:00:00Z`);
  const at = new Date(`${day}T${clock}${zone.toUpperCase()}`);
  if (!real || Number.isNaN(real.getTime()) || toSecond(real).slice(0, 10) !== day || Number.isNaN(at.getTime()))
    throw new EdgeError('bad-time', `"${printable(time)}" is not an RFC 3339 time. Write it like 2026-11-21T09:00:00Z or 2026-11-21.`);
  const now = toSecond(at);
  return { now: () => now };
}
