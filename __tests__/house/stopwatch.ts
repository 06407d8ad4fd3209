/** Gives the milliseconds of processor time since it was started: other work on the machine does not count. */
export function stopwatch(): () => number {
  const started = process.cpuUsage();
  return () => process.cpuUsage(started).user / 1000;
}
