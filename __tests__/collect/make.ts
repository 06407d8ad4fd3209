/** A change that writes down what is asked of it, and readers that see what they are told to see. */
import { type Files, fromMemory } from '../../src/edges/memory.js';
import type { Gap } from '../../src/model/gap.js';
import { filePath, type Side } from '../../src/model/span.js';
import { scalar } from '../../src/model/tree.js';
import type { ChangeSource, Content } from '../../src/ports.js';
import { defineReader, type Reader, type Unit } from '../../src/readers/reader.js';

interface Watched {
  readonly source: ChangeSource;
  /** `side path` of each content that was asked for, in order. */
  readonly reads: readonly string[];
}

/** `odd` are contents that are no text. */
export function watched(base: Files, head: Files, odd: Readonly<Record<string, Exclude<Content, { kind: 'text' }>>> = {}): Watched {
  const reads: string[] = [];
  const inner = fromMemory(base, head);
  const source: ChangeSource = {
    ...inner,
    read: async (side, paths) => {
      reads.push(...paths.map((path) => `${side} ${path}`));
      const contents = await inner.read(side, paths);
      return paths.map((path, i) => odd[path] ?? contents[i]);
    },
  };
  return { source, reads };
}

type Seen = Unit<'yaml' | 'json'>;
interface Probe {
  readonly reader: Reader;
  /** `scope: paths` of each unit that was read. */
  readonly units: readonly string[];
}

/** A reader of YAML and JSON; `look` may open further files, and what it returns becomes one resource for each text. */
export function probe(scope: Reader['scope'], look: (unit: Seen) => readonly string[] = () => [], gaps: readonly Gap[] = []): Probe {
  const units: string[] = [];
  const reader = defineReader<'yaml' | 'json'>({
    id: 'probe',
    dialect: 'kubernetes',
    title: 'Probe',
    files: { yaml: ['**/*.yaml'], json: ['**/*.json'] },
    scope,
    read(unit) {
      units.push(`${unit.scope}: ${unit.files.map((f) => `${f.source.side} ${f.source.path}`).join(', ')}`);
      const [first] = unit.files;
      const texts = look(unit);
      if (!first) return { resources: [], gaps, moves: [] };
      const span = { source: first.source, start: 0, end: 0 };
      const body = { kind: 'map' as const, entries: [], span };
      const resources = texts.map((text) => ({
        dialect: 'kubernetes' as const,
        type: 'seen',
        address: `${unit.scope}#${text}`,
        label: text,
        scope: unit.scope,
        body: { ...body, entries: [{ key: scalar('text', span), value: scalar(text, span) }] },
        span,
        head: span,
        comments: [],
      }));
      return { resources, gaps, moves: [] };
    },
  });
  return { reader: reader as unknown as Reader, units };
}

export const open = (unit: Seen, path: string): string | undefined => unit.open(filePath(path))?.text;
export const sides: readonly Side[] = ['base', 'head'];
