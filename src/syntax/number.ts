/**
 * The number that is written, or its digits as a string where a JavaScript number cannot hold them: long ids (a cloud's 21-digit
 * unique ids) must not be rounded, or a change in their last digits would go unseen.
 */
export function exactNumber(written: string): number | string {
  const value = Number(written);
  const exact = Number.isFinite(value) && (Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(written));
  return exact ? value : written;
}
