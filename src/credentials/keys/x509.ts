/** What a certificate says (RFC 5280): whose it is, who vouches for it, how long and for what. Nothing is verified. */
import { algorithmOfPublicKey } from './algorithm.js';
import { numberAt, printable } from './bytes.js';
import { type Der, oidOf, readAll, readDer, sequenceOf, tags, timeOf } from './der.js';

export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly algorithm?: string;
  /** Signed with a digest that can be forged. */
  readonly weakSignature?: string;
  /** `CA`, `serverAuth`, `clientAuth`, … */
  readonly usages: readonly string[];
  /** DNS names, addresses and URIs (SPIFFE ids) of the subject. */
  readonly names: readonly string[];
  /** SubjectPublicKeyInfo: what a certificate and its private key have in common. */
  readonly publicKey: Uint8Array;
}

const attributes: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};
const weakSignatures: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.2': 'MD2',
  '1.2.840.113549.1.1.4': 'MD5',
  '1.2.840.113549.1.1.5': 'SHA-1',
  '1.2.840.10045.4.1': 'SHA-1',
  '1.2.840.10040.4.3': 'SHA-1',
};
const purposes: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
  '2.5.29.37.0': 'anyPurpose',
};
const mostNames = 20;

const utf8 = new TextDecoder();
/** Alphabets of string types; all others are UTF-8 or a part of it. */
const alphabets = new Map([
  [0x14, new TextDecoder('latin1')],
  [0x1e, new TextDecoder('utf-16be')],
]);

/** Text of a string element in whichever of its alphabets. */
const textOf = (der: Der | undefined): string =>
  der ? printable((alphabets.get(der.tag) ?? utf8).decode(der.content.subarray(0, 400))) : '';

/** `CN=ci, O=Example`; what separates parts is escaped in them. */
function distinguishedName(der: Der | undefined): string | undefined {
  const sets = sequenceOf(der);
  return sets
    ?.flatMap((set) => (set.tag === tags.set ? (readAll(set.content) ?? []) : []))
    .map((pair) => {
      const [type, value] = sequenceOf(pair) ?? [];
      const id = oidOf(type) ?? '';
      return `${attributes[id] ?? id}=${textOf(value).replace(/[,+\\]/g, '\\$&')}`;
    })
    .join(', ')
    .slice(0, 500);
}

/** Value of an extension by its identifier, out of its octet string. */
function extensionOf(extensions: readonly Der[], id: string): Der | undefined {
  for (const extension of extensions) {
    const parts = sequenceOf(extension);
    const value = parts?.at(-1);
    if (oidOf(parts?.[0]) === id && value?.tag === tags.octetString) return readDer(value.content);
  }
  return undefined;
}

const isAuthority = (constraints: Der | undefined): boolean => {
  const [flag] = sequenceOf(constraints) ?? [];
  return flag?.tag === 0x01 && flag.content[0] !== 0;
};

function alternativeNames(der: Der | undefined): readonly string[] {
  return (sequenceOf(der) ?? []).slice(0, mostNames).flatMap(({ tag, content }) => {
    if (tag === 0x82 || tag === 0x86 || tag === 0x81) return [printable(utf8.decode(content.subarray(0, 300)))];
    return tag === 0x87 && content.length === 4 ? [[...content].join('.')] : [];
  });
}

/** Undefined when the bytes are not a certificate. */
export function readCertificate(bytes: Uint8Array): Certificate | undefined {
  const [tbs, , signature] = sequenceOf(readDer(bytes)) ?? [];
  const all = sequenceOf(tbs);
  if (!all || signature?.tag !== tags.bitString) return undefined;
  const [serial, algorithm, issuerName, validity, subjectName, key, ...rest] = all[0]?.tag === 0xa0 ? all.slice(1) : all;
  const [from, to] = sequenceOf(validity) ?? [];
  const [issuer, subject, notBefore, notAfter] = [distinguishedName(issuerName), distinguishedName(subjectName), timeOf(from), timeOf(to)];
  if (serial?.tag !== tags.integer || key?.tag !== tags.sequence) return undefined;
  if (issuer === undefined || subject === undefined || notBefore === undefined || notAfter === undefined) return undefined;
  const wrapped = rest.find((p) => p.tag === 0xa3);
  const extensions = (wrapped && sequenceOf(readDer(wrapped.content))) ?? [];
  const extended = (sequenceOf(extensionOf(extensions, '2.5.29.37')) ?? []).map((p) => oidOf(p) ?? '').map((id) => purposes[id] ?? id);
  const named = algorithmOfPublicKey(key);
  const weak = weakSignatures[oidOf(sequenceOf(algorithm)?.[0]) ?? ''];
  return {
    subject,
    issuer,
    notBefore,
    notAfter,
    ...(named !== undefined && { algorithm: named }),
    ...(weak !== undefined && { weakSignature: weak }),
    usages: [
      ...(isAuthority(extensionOf(extensions, '2.5.29.19')) ? ['CA'] : []),
      ...keyUsages(extensionOf(extensions, '2.5.29.15')),
      ...extended,
    ],
    names: alternativeNames(extensionOf(extensions, '2.5.29.17')),
    publicKey: key.whole,
  };
}

const usageBits = ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment', 'keyAgreement', 'keyCertSign', 'cRLSign'];

function keyUsages(der: Der | undefined): readonly string[] {
  const bits = der?.tag === tags.bitString ? numberAt(der.content, 1, 1) : undefined;
  return bits === undefined ? [] : usageBits.filter((_, i) => (bits & (0x80 >> i)) !== 0);
}
