/** Every reporter. A test compares this list with the files of this room. */
import { annotations } from './annotations.js';
import { csv } from './csv.js';
import { gitlab } from './gitlab.js';
import { gitlabSast } from './gitlab-sast.js';
import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { markdown } from './markdown.js';
import type { Reporter } from './reporter.js';
import { sarif } from './sarif.js';
import { terminal } from './terminal.js';

export const reporters: readonly Reporter[] = [terminal, json, sarif, markdown, html, csv, junit, gitlab, gitlabSast, annotations];

/** The words after `--format`. */
export const formats: readonly string[] = reporters.map((r) => r.id);
