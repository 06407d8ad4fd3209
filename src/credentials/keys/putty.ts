/** PuTTY's private key files: lines of `Name: value`, then a public and a private part of so many lines of base64. */
import { decodeBase64, printable } from './bytes.js';
import { algorithmOfBlob } from './openssh.js';

export interface PuttyKey {
  readonly start: number;
  readonly end: number;
  readonly algorithm: string;
  readonly isEncrypted: boolean;
  readonly comment?: string;
  readonly blob?: Uint8Array;
  /** The private part, in base64. */
  readonly body: string;
}

const marker = 'PuTTY-User-Key-File-';
const mostLines = 400;
const longestLine = 600;
const line =
  /^(PuTTY-User-Key-File-\d|Encryption|Comment|Public-Lines|Private-Lines|Private-MAC|Private-Hash|Key-Derivation|Argon2-[A-Z][a-z]{1,20}): ?(.*)$/;

/** All keys in a text. */
export function findPutty(text: string): readonly PuttyKey[] {
  const keys: PuttyKey[] = [];
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at + marker.length)) {
    const key = keyAt(text, at);
    if (key) keys.push(key);
  }
  return keys;
}

/** Reads line after line and remembers where it is; a line that is too long ends the key. */
function linesFrom(text: string, start: number) {
  let [at, end, left] = [start, start, mostLines];
  return {
    next(): string | undefined {
      // Another beginning is another key's: so each line is read for one key alone.
      if (at > start && text.startsWith(marker, at)) return undefined;
      const written = left-- > 0 && at < text.length ? text.slice(at, at + longestLine).split('\n', 1)[0] : undefined;
      if (written === undefined || written.length === longestLine) return undefined;
      end = at + written.length;
      at = end + 1;
      return written.trim();
    },
    /** So many lines as one text; fewer when there are no more. */
    join(count: number): string {
      let joined = '';
      for (let i = 0; i < count; i++) {
        const written = this.next();
        if (written === undefined) break;
        joined += written;
      }
      return joined;
    },
    end: () => end,
  };
}

function keyAt(text: string, start: number): PuttyKey | undefined {
  const lines = linesFrom(text, start);
  const fields = new Map<string, string>();
  const parts = new Map<string, string>();
  for (let name = ''; !/^Private-(?:MAC|Hash)$/.test(name); ) {
    const [, key, value = ''] = line.exec(lines.next() ?? '') ?? [];
    if (key === undefined) break;
    name = key;
    fields.set(name, value);
    if (name.endsWith('-Lines')) parts.set(name, lines.join(Number(value) || 0));
  }
  const body = parts.get('Private-Lines') ?? '';
  if (!/^[A-Za-z0-9+/]{16,}={0,2}$/.test(body)) return undefined;
  const blob = decodeBase64(parts.get('Public-Lines') ?? '');
  const type = [...fields].find(([name]) => name.startsWith(marker))?.[1] ?? '';
  const comment = printable(fields.get('Comment') ?? '');
  return {
    start,
    end: lines.end(),
    algorithm: (blob && algorithmOfBlob(blob)) ?? printable(type),
    isEncrypted: fields.get('Encryption') !== 'none',
    ...(comment !== '' && { comment }),
    ...(blob && { blob }),
    body,
  };
}
