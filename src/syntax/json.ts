import { gap } from '../model/gap.js';
import { span } from '../model/span.js';
import { parseJsonText } from './json-text.js';
import { defineSyntax, type Parsed } from './syntax.js';

/** JSON and JSONC files. */
export const json = defineSyntax<Parsed>({
  id: 'json',
  parse(source) {
    const { root, comments, error } = parseJsonText(source.text, (start, end) => span(source, start, end));
    return {
      documents: root ? [{ root }] : [],
      comments,
      gaps: error ? [gap(error.kind, `JSON: ${error.message}`, span(source, error.start, error.start))] : [],
    };
  },
});
