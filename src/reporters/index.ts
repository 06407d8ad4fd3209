/** Every reporter. A test compares this list with the files of this room. */
import { json } from './json.js';
import type { Reporter } from './reporter.js';
import { terminal } from './terminal.js';

export const reporters: readonly Reporter[] = [terminal, json];

/** The words after `--format`. */
export const formats: readonly string[] = reporters.map((r) => r.id);
