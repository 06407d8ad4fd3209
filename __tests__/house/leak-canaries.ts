/** Secrets that exist nowhere else, made to look like the real thing, and the search for any trace of them. */
import { createHash } from 'node:crypto';

/** What is planted: where it stands, and the characters that must never come out. */
export interface Canary {
  readonly where: string;
  readonly value: string;
}

/** Files with canaries in them, path → text. */
export type Planted = Readonly<Record<string, string>>;

/** base64, as files hold it. */
export const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A text of several lines inside a block that is indented. */
export const indented = (text: string, by: number): string => text.replaceAll('\n', `\n${' '.repeat(by)}`);

/** Makes them up and remembers all that it made. */
export class Canaries {
  readonly all: Canary[] = [];

  /** Another seed gives other secrets of the same shapes in the same places. */
  constructor(private readonly seed: string) {}

  /** As a person makes one up: no shape gives it away. */
  password(where: string): string {
    return this.keep(
      where,
      `Vy!${this.random(where, 'base64')
        .replace(/[^A-Za-z]/g, '')
        .slice(0, 16)}7#q`,
    );
  }
  token(where: string): string {
    return this.keep(where, `ghp_${this.letters(where, 36)}`);
  }
  accessKeyId(where: string): string {
    return this.keep(
      where,
      `AKIA${this.letters(where, 40)
        .toUpperCase()
        .replace(/[^A-Z2-7]/g, 'Q')
        .slice(0, 16)}`,
    );
  }
  secretAccessKey(where: string): string {
    return this.keep(where, `${this.random(where, 'base64').slice(0, 18)}/${this.random(`${where}2`, 'base64').slice(0, 21)}`);
  }
  /** The armour is no secret, the body is. */
  privateKey(where: string): string {
    const lines = Array.from({ length: 6 }, (_, i) => this.keep(`${where} line ${i}`, this.random(`${where}${i}`, 'base64').slice(0, 42)));
    return `-----BEGIN RSA PRIVATE KEY-----\n${lines.join('\n')}\n-----END RSA PRIVATE KEY-----`;
  }

  private keep(where: string, value: string): string {
    // The same place twice is the same secret.
    if (!this.all.some((c) => c.value === value)) this.all.push({ where: `${this.seed}: ${where}`, value });
    return value;
  }
  private random = (of: string, encoding: 'base64' | 'hex'): string =>
    createHash('sha256')
      .update(this.seed + of)
      .digest(encoding);
  private letters = (of: string, length: number): string =>
    `${this.random(of, 'base64')}${this.random(`${of}+`, 'base64')}`.replace(/[^A-Za-z0-9]/g, '').slice(0, length);
}

/** So many characters in a row are a trace. */
const window = 12;

/** base64 of a text, wherever in a longer text it stood: what its neighbours decide is cut off. */
const encodings = (value: string): readonly string[] =>
  [0, 1, 2].map((before) => {
    const encoded = base64('x'.repeat(before) + value);
    return encoded.slice(before === 0 ? 0 : 4).replace(/.{0,4}=*$/, '');
  });

/** Finds which canaries left a trace in a text. */
export class Search {
  private readonly traces = new Map<string, string>();

  constructor(canaries: readonly Canary[]) {
    for (const { where, value } of canaries)
      for (const form of [value, encodeURIComponent(value), ...encodings(value), JSON.stringify(value).slice(1, -1)])
        for (let i = 0; i + window <= form.length; i++) this.traces.set(form.slice(i, i + window), where);
  }

  /** Where the leaked ones were planted, each with what is around the first trace. */
  in(text: string): readonly string[] {
    const found = new Map<string, string>();
    for (let i = 0; i + window <= text.length; i++) {
      const where = this.traces.get(text.slice(i, i + window));
      if (where !== undefined && !found.has(where)) found.set(where, text.slice(Math.max(0, i - 80), i + 60));
    }
    return [...found].map(([where, around]) => `${where}: …${around}…`);
  }
}
