/** Packages that are compiled into tables: fetched on demand, never installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Text of a file inside the package. */
  text(path: string): string;
  /** Names in a folder of the package, in order. */
  list(path: string): readonly string[];
}

/** Hands over an unpacked package and takes it away afterwards. Throws unless the package says, twice, that it is under the MIT licence. */
export async function withPackage<T>(name: string, use: (fetched: Package) => T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  try {
    execFileSync('npm', ['pack', name, '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    const [archive] = readdirSync(folder);
    if (!archive) throw new Error(`npm pack ${name} gave nothing`);
    execFileSync('tar', ['xzf', archive], { cwd: folder });
    const at = (path: string): string => join(folder, 'package', path);
    const { version, license } = JSON.parse(readFileSync(at('package.json'), 'utf8')) as Readonly<Record<'version' | 'license', string>>;
    const licenceFile = readdirSync(at('.')).find((n) => /^licen[cs]e/i.test(n));
    const isMit = license === 'MIT' && licenceFile !== undefined && readFileSync(at(licenceFile), 'utf8').startsWith('MIT License');
    if (!isMit) throw new Error(`${name}@${version} is not (or no longer) under the MIT licence: it cannot be used`);
    return use({ name, version, licence: license, text: (p) => readFileSync(at(p), 'utf8'), list: (p) => readdirSync(at(p)).sort() });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What every table says of itself. */
export const header = ({ name, version, licence }: Pick<Package, 'name' | 'version' | 'licence'>, today: string, how: string): string =>
  [
    `// Source: ${name} ${version}. Licence: ${licence}. Made on ${today} by \`node build/tools/run.js catalogues\` (src/tools/catalogues).`,
    `// ${how}`,
    '',
  ].join('\n');
