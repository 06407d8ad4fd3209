/** Days and durations, as people write them in tags and policies. Everything is counted in days; a day is an ISO date in UTC. */

const dayMs = 86_400_000;

/** Days since 1970-01-01 of an ISO date or date-time; undefined when it is none. */
export function dayOf(text: string): number | undefined {
  const [, date, rest] = /^(\d{4}-\d{2}-\d{2})(T[0-9:.]{5,16}(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text.trim()) ?? [];
  if (!date) return undefined;
  const at = Date.parse(rest ? `${date}${rest}` : `${date}T00:00:00Z`);
  const midnight = Date.parse(`${date}T00:00:00Z`);
  // JavaScript rolls 2026-02-31 over into March; a day that does not exist is no date.
  if (Number.isNaN(at) || Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, 10) !== date) return undefined;
  return Math.floor(at / dayMs);
}

/** `YYYY-MM-DD` of a day number. */
export const dateOf = (day: number): string => new Date(Math.floor(day) * dayMs).toISOString().slice(0, 10);

const unitDays: Readonly<Record<string, number>> = { s: 1 / 86_400, m: 1 / 1440, h: 1 / 24, d: 1, w: 7, y: 365 };
const isoUnits = [365, 30, 7, 1, 1 / 24, 1 / 1440, 1 / 86_400];

/** Days of `90d`, `12w`, `8760h`, `1y`, `90 days`, `P90D`, `PT12H`; a bare number is days. */
export function durationOf(text: string): number | undefined {
  const at = text.trim();
  const iso = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(at);
  if (iso && /\d/.test(at)) return iso.slice(1).reduce((sum, n, i) => sum + Number(n ?? 0) * (isoUnits[i] ?? 0), 0);
  const plain = /^(\d+(?:\.\d+)?)\s*(seconds?|minutes?|hours?|days?|weeks?|years?|[smhdwy])?$/i.exec(at);
  if (!plain) {
    const parts = [...at.matchAll(/(\d+)([hms])/g)];
    return parts.length > 1 && parts.map((p) => p[0]).join('') === at
      ? parts.reduce((sum, p) => sum + (durationOf(p[0]) ?? 0), 0)
      : undefined;
  }
  return Number(plain[1]) * (unitDays[(plain[2] ?? 'd').charAt(0).toLowerCase()] ?? 1);
}

/** A day as a rule names it: a date, `today`, `today+90d`, `today-1w`. */
export function namedDay(text: string, today: number): number | undefined {
  const [, sign, span] = /^today(?:\s*([+-])\s*(\S{1,20}))?$/.exec(text.trim()) ?? [];
  if (sign && span) {
    const days = durationOf(span);
    return days === undefined ? undefined : today + (sign === '-' ? -days : days);
  }
  return /^today$/.test(text.trim()) ? today : dayOf(text);
}
