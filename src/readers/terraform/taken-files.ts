/** Files of other formats that a configuration takes in as data: `file("${path.module}/policy.json")`. Found in the text, before anything is evaluated. */
import { folderOf, type Source } from '../../model/span.js';
import { resolvePath } from './paths.js';

/** What policies, templates and tables are kept in. */
export const takenFiles = ['**/*.{json,yaml,yml,tpl,tftpl,tmpl,template,txt,csv}'] as const;

/** Whatever stands between two quotes, be it a string or not: strings in strings are not told apart here. Longer ones are no paths. */
const quoted = /(?<=")[^"\n]{1,300}(?=")/g;
const listing = /\bfileset\s*\(\s*(?:"([^"\n]{0,300})"|path\.\w+)/g;

/** Whether a file names one of these paths, or lists a folder above one. Too much is no harm: what is named is evaluated afterwards. */
export function takesOneOf({ path, text }: Source, paths: ReadonlySet<string>): boolean {
  const folder = folderOf(path);
  const index = indexOf(paths);
  if (text.includes('fileset'))
    for (const [, written] of text.matchAll(listing)) {
      const listed = resolvePath(folder, afterRoot(written ?? '').replace(/[$%]\{.*$/s, ''));
      if (listed !== undefined && index.folders.has(listed)) return true;
    }
  if (![...index.endings].some((ending) => text.includes(ending))) return false;
  for (const [written] of text.matchAll(quoted)) {
    // In JSON, a quote inside of an expression is escaped.
    const plain = written.replace(/\\$/, '');
    if (index.endings.has(endingOf(plain)) && mayBe(folder, plain, index)) return true;
  }
  return false;
}

/** What the paths are asked for: a change may have thousands of them, and each file of the tree asks. */
interface PathIndex {
  readonly paths: ReadonlySet<string>;
  /** Each of their ends below a folder. */
  readonly ends: ReadonlySet<string>;
  /** The folders above them, up to the root. */
  readonly folders: ReadonlySet<string>;
  /** `.json` */
  readonly endings: ReadonlySet<string>;
}
const indexes = new WeakMap<ReadonlySet<string>, PathIndex>();

function indexOf(paths: ReadonlySet<string>): PathIndex {
  const known = indexes.get(paths);
  if (known) return known;
  const ends = new Set<string>();
  const folders = new Set(['']);
  for (const path of paths)
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      ends.add(path.slice(slash + 1));
      folders.add(path.slice(0, slash));
    }
  const index = { paths, ends, folders, endings: new Set([...paths].map(endingOf)) };
  indexes.set(paths, index);
  return index;
}

const endingOf = (path: string): string => path.slice(path.lastIndexOf('.'));
const afterRoot = (written: string): string => written.replace(/^\$\{path\.(?:module|root|cwd)\}\/?/, '');

/** The root's folder and the one that Terraform runs in may be others than the module's: then a path that ends the same may be meant. */
function mayBe(folder: string, written: string, { paths, ends, folders }: PathIndex): boolean {
  const path = afterRoot(written);
  const hole = path.search(/[$%]\{/);
  if (hole >= 0) return folders.has(resolvePath(folder, path.slice(0, path.lastIndexOf('/', hole) + 1)) ?? '');
  if (paths.has(resolvePath(folder, path) ?? '')) return true;
  return !written.startsWith('${path.module}') && ends.has(path.replace(/^(?:\.\.?\/)+/, ''));
}
