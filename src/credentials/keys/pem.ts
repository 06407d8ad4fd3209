/** Finds PEM blocks in any text (a file of its own, a heredoc, a JSON string with `\n` in it) and takes their bodies out of what wraps them. */

export interface PemBlock {
  /** What stands after BEGIN: `CERTIFICATE`, `RSA PRIVATE KEY`. */
  readonly label: string;
  /** First dash of the opening marker. */
  readonly start: number;
  /** After the last dash of the closing marker; where the text ends or goes on as something else when there is none. */
  readonly end: number;
  /** The block says that a passphrase protects it. OpenPGP does not say so in the open and counts as not encrypted. */
  readonly encrypted: boolean;
  /** Where the body stands. */
  readonly body: { readonly start: number; readonly end: number };
  /** False when the closing marker is missing. */
  readonly isWhole: boolean;
}

/** Markers further apart belong to prose about PEM. The largest keys and certificate chains in one block stay far below. */
const longestBlock = 100_000;
/** A block without an end is followed as far as the largest usual key. */
const longestOpen = 16_000;

interface Opening {
  readonly label: string;
  readonly start: number;
  readonly body: number;
}

/** All blocks in source order. Whether a body is real or a placeholder is for the caller to judge. */
export function findPem(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  let open: Opening | undefined;
  const leave = (until: number): void => {
    const block = open && openBlock(text, open, until);
    if (block) blocks.push(block);
    open = undefined;
  };
  for (const marker of text.matchAll(/-----(BEGIN|END) ([A-Z0-9][A-Z0-9 ]{0,63})-----/g)) {
    const [whole, verb, label = ''] = marker;
    const end = marker.index + whole.length;
    if (verb === 'BEGIN') {
      leave(marker.index);
      open = { label, start: marker.index, body: end };
      continue;
    }
    if (open?.label === label && end - open.start <= longestBlock) {
      const body = { start: open.body, end: marker.index };
      blocks.push({ label, start: open.start, end, encrypted: isEncrypted(label, text.slice(body.start, body.end)), body, isWhole: true });
      open = undefined;
    } else leave(marker.index);
  }
  leave(text.length);
  return blocks;
}

/** Fewer characters after a marker without an end belong to code or prose that names the marker. */
const shortestOpen = 64;

/** What follows an opening marker as far as it is base64, its headers and what wraps it. */
function openBlock(text: string, { label, start, body }: Opening, until: number): PemBlock | undefined {
  const rest = text.slice(body, Math.min(until, body + longestOpen));
  const like = /^(?:(?:Proc-Type|DEK-Info|Version|Comment):[^\n\\]{0,200}|\s|\\[nrt]|["'`+,\\#|>*]|[A-Za-z0-9/=])*/.exec(rest)?.[0] ?? '';
  if (base64Of(like).length < shortestOpen) return undefined;
  const at = { start: body, end: body + like.trimEnd().length };
  return { label, start, end: at.end, encrypted: isEncrypted(label, like), body: at, isWhole: false };
}

/** "openssh-key-v1", a zero and the cipher's name `none`, as base64: how every OpenSSH key without a passphrase begins. */
const openSshMagic = 'b3BlbnNzaC1rZXktdjEA';
const openSshWithoutCipher = `${openSshMagic}AAAABG5vbm`;

/** Three conventions: the label (PKCS #8), a header line (RFC 1421) and the first field of the body (OpenSSH). */
function isEncrypted(label: string, body: string): boolean {
  if (/(?:^| )ENCRYPTED /.test(label) || /Proc-Type:[ \t]{0,9}4,[ \t]{0,9}ENCRYPTED/.test(body)) return true;
  if (!label.includes('OPENSSH') && !body.includes(openSshMagic)) return false;
  const content = base64Of(body);
  return content.startsWith(openSshMagic) && !content.startsWith(openSshWithoutCipher);
}

/** The base64 of a body, out of escapes, quotes, concatenation, comment marks, headers and an OpenPGP checksum; the same for every wrapping. */
export function base64Of(body: string): string {
  // Most bodies stand by themselves.
  if (body.length <= longestBlock && /^[A-Za-z0-9+/\s]*={0,2}$/.test(body.trimEnd())) return body.replace(/\s+/g, '');
  return (
    body
      .slice(0, longestBlock)
      .replace(/\\[nr]|\\(?=\r?\n)/g, '\n')
      .replace(/\\t|[^\S\n]+/g, ' ')
      .replace(/\n ?(?:\n ?)+/g, '\n')
      // The plus of a concatenation is not the plus of base64: it stands between quotes.
      .replace(/["'`] ?[+.,;&]?[ \n]{0,3}[+.,&]?[ \n]{0,3}["'`]/g, '\n')
      .split('\n')
      .map((line) => line.replace(/^[ "'`]{0,3}(?:(?:\/\/|#|\*|>|\||rem|--) )?/i, ''))
      .filter((line) => !/^[A-Za-z][\w-]{0,40}:/.test(line) && !/^=[A-Za-z0-9+/]{4}\W{0,9}$/.test(line))
      .map((line) => line.replace(/["'`] ?[+.,;&]? ?$/, '').replace(/[^A-Za-z0-9+/=]/g, ''))
      .join('')
  );
}
