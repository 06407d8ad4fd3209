/** Azure: annotated keys carry when they were issued and by which service. */
import type { Decoded } from '../sighting.js';

const pad = (n: number): string => String(n).padStart(2, '0');
const orderedBase64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `…JQQJ99` + year letter + month letter: the first form, to the month. */
export function azureAnnotated(value: string): Decoded | undefined {
  const at = value.indexOf('JQQJ9');
  if (at < 0) return undefined;
  const year = value.charCodeAt(at + 6) - 65;
  const month = value.charCodeAt(at + 7) - 65;
  const isDate = year >= 0 && year < 40 && month >= 0 && month < 12;
  return isDate ? { issued: `${2024 + year}-${pad(month + 1)}-01T00:00:00Z` } : {};
}

/** Common annotated security keys: `QJJQ`, then sizes, the provider's signature, its own fields and, at the end, the time of issue, one digit for each part. */
export function azureCask(value: string): Decoded | undefined {
  const at = [24, 44, 64, 88].find((i) => value.startsWith('QJJQA', i));
  if (at === undefined) return undefined;
  const own = orderedBase64.indexOf(value[at + 6] ?? '');
  if (own < 0 || value.length !== at + 20 + 4 * own) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [...value.slice(-6)].map((c) => orderedBase64.indexOf(c));
  if (month > 11 || day > 30 || hour > 23 || minute > 59 || second > 59) return undefined;
  return { issued: `${2025 + year}-${pad(month + 1)}-${pad(day + 1)}T${pad(hour)}:${pad(minute)}:${pad(second)}Z` };
}
