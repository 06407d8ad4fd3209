/** The files of a unit and whatever they ask for, each parsed once. */
import { type FilePath, filePath, folderOf, type Source } from '../../model/span.js';
import { json } from '../../syntax/json.js';
import { limits, type Parsed } from '../../syntax/syntax.js';
import { yaml } from '../../syntax/yaml/index.js';
import type { Unit } from '../reader.js';

export interface LibraryFile {
  readonly source: Source;
  readonly tree: Parsed;
}

export class Library {
  private readonly files = new Map<FilePath, LibraryFile | undefined>();
  /** The paths of the unit's own files. */
  readonly beside: readonly FilePath[];

  constructor(private readonly unit: Unit<'yaml' | 'json'>) {
    for (const file of unit.files) this.files.set(file.source.path, file);
    this.beside = [...this.files.keys()];
  }

  /** What else in the repository may be a template; none when there are more than so many. */
  elsewhere(most: number): readonly FilePath[] {
    const paths = this.unit.below?.('').filter((path) => /\.(?:ya?ml|json|template)$/.test(path) && !this.beside.includes(path)) ?? [];
    return paths.length > most ? [] : paths;
  }

  /** The text of a file, without reading it. */
  text(path: FilePath): string | undefined {
    return (this.files.get(path)?.source ?? this.unit.open(path))?.text;
  }

  /** A file of the repository by its path; undefined when there is none that could be read. */
  file(path: FilePath): LibraryFile | undefined {
    if (this.files.has(path)) return this.files.get(path);
    const source = this.unit.open(path);
    const readable = source && source.text.length <= limits.characters;
    const file = readable ? { source, tree: (path.endsWith('.json') ? json : yaml).parse(source) } : undefined;
    this.files.set(path, file);
    return file;
  }
}

/**
 * Where a path that a file writes leads to, from the file's own folder. Undefined for addresses of other places (`https:`, `s3:`, `/`)
 * and for paths that leave the repository.
 */
export function localPath(from: FilePath, written: string): FilePath | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/|~)/i.test(written) || written === '' || /[\0*]/.test(written)) return undefined;
  const steps = folderOf(from) === '' ? [] : folderOf(from).split('/');
  for (const step of written.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return filePath(steps.join('/'));
}
