// One line for each measurement, beside its target. Nothing fails here: a benchmark is no test.

/**
 * `ms` is wall time, `cpu` what the processor worked in ms, `mb` the peak of memory; of a target only what it bounds. On a machine that others
 * load, processor time tells what wall time does not, so a target that it keeps is not told as missed.
 */
export function told(what, { ms, cpu, mb }, target = {}) {
  const measured = [column(ms, 'ms', 9), column(cpu, 'ms CPU', 13), column(mb, 'MB', 8)].join('');
  const bounds = [target.ms && `${target.ms} ms`, target.mb && `${target.mb} MB`].filter(Boolean).join(', ');
  const late = target.ms !== undefined && ms > target.ms;
  const isMissed = (late && !(cpu <= target.ms)) || mb > target.mb;
  print(what, measured, bounds, isMissed ? 'MISSED' : late ? 'met by the processor' : 'met');
}

/** A rate that is to be reached, in MB for each second of wall time and of the processor. */
export function toldRate(what, rate, ofProcessor, target) {
  const isMet = rate >= target ? 'met' : ofProcessor >= target ? 'met by the processor' : 'MISSED';
  print(what, `${column(rate, 'MB/s', 11)}${column(ofProcessor, 'MB/s CPU', 15)}`, target && `${target} MB/s`, isMet);
}

const column = (number, unit, width) => (number === undefined ? '' : `${number.toFixed(0)} ${unit}`).padStart(width);

const print = (what, measured, target, verdict) =>
  console.log(`${what.padEnd(72)} ${measured}${target ? `  target ${target}: ${verdict}` : ''}`);
