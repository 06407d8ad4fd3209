/** YAML as configuration is written: mappings by indentation, lists, quotes, block texts. The readers' own parser reports what is broken. */
import type { Entry, Grammar, Scope } from '../entry.js';
import { eachLine, valueAt } from './lines.js';

interface Level {
  readonly indent: number;
  readonly scope: Scope;
}

interface Block {
  readonly indent: number;
  readonly scope: Scope | undefined;
  readonly key: string;
  readonly start: number;
  end: number;
  readonly lines: string[];
}

/** Indicators before a value that say nothing about it: tags and anchors. */
const indicators = /^(?:(?:![\w!./:-]{0,100}|&[\w-]{1,100})\s{1,20}){1,3}/;
const mapping = /^((["']?)([^\s"':#{}[\],&*!|>%@`-][^"':#]{0,200}|[\w./$~-]{1,200})\2\s{0,20}:)(?:\s{1,200}(.*))?$/;
const flowPair = /(?<![\w./-])["']?([\w./-]{1,200})["']?\s{0,20}:\s{1,20}("[^"]{0,4000}"|'[^']{0,4000}'|[^,{}[\]"']{1,4000})/g;

class YamlLines {
  readonly entries: Entry[] = [];
  private levels: Level[] = [];
  private block: Block | undefined;

  line(line: string, start: number): void {
    const indent = line.search(/\S/);
    if (this.takesBlock(line, indent, start)) return;
    if (indent < 0 || line[indent] === '#') return;
    if (line.startsWith('---')) this.levels = [];
    else this.item(line.slice(indent), indent, start + indent);
  }

  end(): void {
    if (this.block) {
      const { scope, key, start, end, lines, indent } = this.block;
      const value = lines.map((l) => l.slice(Math.min(indent, l.search(/\S|$/)))).join('\n');
      this.entries.push({ scope, key, value, start, end, quoted: true });
    }
    this.block = undefined;
  }

  /** `- ` opens an element of a list, which is a scope of its own. */
  private item(rest: string, indent: number, start: number): void {
    this.levels = this.levels.filter((l) => l.indent < indent || (l.indent === indent && rest.startsWith('-') && l.scope.key !== '*'));
    let [text, column, at] = [rest, indent, start];
    for (let dash = /^-\s{1,20}/.exec(text); dash; dash = /^-\s{1,20}/.exec(text)) {
      this.open('*', column);
      text = text.slice(dash[0].length);
      column += dash[0].length;
      at += dash[0].length;
    }
    this.pair(text, column, at);
  }

  private pair(text: string, indent: number, start: number): void {
    const [, head = '', , key, value = ''] = mapping.exec(text) ?? [];
    if (key === undefined) {
      if (this.scope()?.key === '*') this.entries.push({ scope: this.scope()?.parent, key: '*', ...valueAt(text, start) });
      return;
    }
    const tag = indicators.exec(value)?.[0].length ?? 0;
    const rest = value.slice(tag).trimEnd();
    const at = start + text.length - value.length + tag;
    if (rest === '' || rest.startsWith('#')) this.open(key.trim(), indent);
    else if (/^[|>][+-]?\d?[+-]?(?:\s|$)/.test(rest))
      this.block = { indent, scope: this.scope(), key: key.trim(), start: at + rest.length + 1, end: at + rest.length, lines: [] };
    else if (/^[{[]/.test(rest) && head !== '') this.flow(key.trim(), rest, at);
    else this.entries.push({ scope: this.scope(), key: key.trim(), ...valueAt(rest, at) });
  }

  /** `{user: a, password: b}` on one line. */
  private flow(key: string, text: string, start: number): void {
    const parent = this.scope();
    const scope: Scope = { key, ...(parent && { parent }) };
    for (const found of text.matchAll(flowPair)) {
      const written = found[2] ?? '';
      this.entries.push({ scope, key: found[1] ?? '', ...valueAt(written, start + found.index + found[0].length - written.length) });
    }
  }

  private takesBlock(line: string, indent: number, start: number): boolean {
    if (!this.block) return false;
    if (indent >= 0 && indent <= this.block.indent) {
      this.end();
      return false;
    }
    this.block.lines.push(line);
    if (indent >= 0) this.block.end = start + line.length;
    return true;
  }

  private open(key: string, indent: number): void {
    const parent = this.scope();
    this.levels.push({ indent, scope: { key, ...(parent && { parent }) } });
  }

  private scope = (): Scope | undefined => this.levels.at(-1)?.scope;
}

/** Entries of a YAML text. */
export const yaml: Grammar = (text) => {
  const lines = new YamlLines();
  eachLine(text, (line, start) => lines.line(line, start));
  lines.end();
  return lines.entries;
};
