/** The outcome itself, as `"identity-review/1"`. */
import { jsonText } from './escape.js';
import { defineReporter } from './reporter.js';

export const json = defineReporter({
  id: 'json',
  title: 'the whole outcome, docs/outcome.schema.json',
  render: (outcome) => jsonText(outcome),
});
