/** Private and secret keys as JSON (RFC 7517): objects with a `kty` and with what only the owner may know. */
import { printable } from './bytes.js';

export interface Jwk {
  /** Place of the private member's value. */
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly algorithm: string;
  readonly keyId?: string;
}

/** A key is one flat object; farther from its `kty` no member belongs to it. */
const reach = 12_000;
const member = /"(kty|kid|alg|crv|d|k|n|x)"\s{0,20}:\s{0,20}"([^"\\]{0,8000})"/g;

/** All keys in a text that say `"kty"`. */
export function findJwk(text: string): readonly Jwk[] {
  const keys: Jwk[] = [];
  let after = 0;
  for (let at = text.indexOf('"kty"'); at >= 0; at = text.indexOf('"kty"', Math.max(at + 1, after))) {
    const far = Math.max(at - reach, after);
    const before = text.slice(far, at);
    const from = far + Math.max(before.lastIndexOf('{'), before.lastIndexOf('}'), 0);
    const close = text.slice(at, at + reach).search(/[{}]/);
    const to = close < 0 ? Math.min(text.length, at + reach) : at + close;
    const key = keyIn(text.slice(from, to), from);
    if (key) keys.push(key);
    after = to;
  }
  return keys;
}

function keyIn(object: string, from: number): Jwk | undefined {
  const members = new Map<string, { readonly value: string; readonly at: number }>();
  for (const found of object.matchAll(member)) {
    const [whole, name = '', value = ''] = found;
    members.set(name, { value, at: from + found.index + whole.length - 1 - value.length });
  }
  const told = (name: string): string => members.get(name)?.value ?? '';
  const secret = members.get(told('kty') === 'oct' ? 'k' : 'd');
  if (!secret || !/^[A-Za-z0-9_-]{16,}={0,2}$/.test(secret.value)) return undefined;
  const keyId = printable(told('kid'));
  return {
    start: secret.at,
    end: secret.at + secret.value.length,
    value: secret.value,
    algorithm: nameOf(told('kty'), told('crv'), told('n').length, secret.value.length),
    ...(keyId !== '' && { keyId }),
  };
}

function nameOf(type: string, curve: string, modulus: number, secret: number): string {
  if (type === 'RSA') return modulus > 0 ? `RSA ${Math.floor((modulus * 3) / 4) * 8}` : 'RSA';
  if (type === 'oct') return `symmetric ${Math.floor((secret * 3) / 4) * 8}`;
  return printable(type === 'EC' ? `EC ${curve}` : curve || type);
}
