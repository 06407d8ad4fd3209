/** Where a door's words go: the report to standard output and nothing else, everything else to standard error. */
export interface Io {
  out(report: string): void;
  note(line: string): void;
}
