/** Finds PEM blocks in any text (a file of its own, a heredoc, a JSON string with `\n` in it). Nothing is decoded and no body is handed on. */

export interface PemBlock {
  /** What stands after BEGIN: `CERTIFICATE`, `RSA PRIVATE KEY`. */
  readonly label: string;
  /** First dash of the opening marker. */
  readonly start: number;
  /** After the last dash of the closing marker. */
  readonly end: number;
  /** The block says that a passphrase protects it. OpenPGP does not say so in the open and counts as not encrypted. */
  readonly encrypted: boolean;
}

/** Markers further apart belong to prose about PEM. The largest keys and certificate chains in one block stay far below. */
const longestBlock = 100_000;

/** All blocks in source order. A marker without its counterpart is no block; whether a body is real or a placeholder is for the caller to judge. */
export function findPem(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  let open: { readonly label: string; readonly start: number; readonly body: number } | undefined;
  for (const marker of text.matchAll(/-----(BEGIN|END) ([A-Z0-9][A-Z0-9 ]{0,63})-----/g)) {
    const [whole, verb, label = ''] = marker;
    const end = marker.index + whole.length;
    if (verb === 'BEGIN') {
      open = { label, start: marker.index, body: end };
      continue;
    }
    if (open?.label === label && end - open.start <= longestBlock)
      blocks.push({ label, start: open.start, end, encrypted: isEncrypted(label, text.slice(open.body, marker.index)) });
    open = undefined;
  }
  return blocks;
}

/** "openssh-key-v1", a zero and the cipher's name `none`, as base64: how every OpenSSH key without a passphrase begins. */
const openSshMagic = 'b3BlbnNzaC1rZXktdjEA';
const openSshWithoutCipher = `${openSshMagic}AAAABG5vbm`;

/** Three conventions: the label (PKCS #8), a header line (RFC 1421) and the first field of the body (OpenSSH). */
function isEncrypted(label: string, body: string): boolean {
  if (label.startsWith('ENCRYPTED ') || /Proc-Type:[ \t]{0,9}4,[ \t]{0,9}ENCRYPTED/.test(body)) return true;
  const content = body.replace(/^(?:\s|\\[nrt]|["'`+,])+/, '');
  return content.startsWith(openSshMagic) && !content.startsWith(openSshWithoutCipher);
}
