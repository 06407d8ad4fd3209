/** The part of the outcome's schema that tells ways from identity to identity. */
import { accessLevels } from '../model/inventory.js';
import type { OutcomePath } from '../model/outcome.js';
import { flag, list, name, oneOf, record, ref, text } from './outcome-schema-parts.js';

/** One way: its steps, and what can be done at its end. */
export const path = record<OutcomePath>(
  {
    steps: list(
      record<OutcomePath['steps'][number]>(
        {
          from: name('Key of an identity.'),
          to: name('Key of the one it can act as.'),
          how: name('Completes "FROM … TO".'),
          via: text('What makes it so, for a person.'),
          certain: flag('False where the files leave open whether the step can be taken.'),
          location: ref('location'),
        },
        'From one identity to the next.',
      ),
      'At least one; each starts where the one before ends.',
    ),
    level: oneOf([...accessLevels, 'unknown'], 'What the last identity amounts to.'),
    reach: text('The statement that makes it so.'),
  },
  'A way from an identity that somebody starts to what it can do in the end.',
);
