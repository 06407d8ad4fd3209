/**
 * Literal credentials as facts. Each value is one identity, however often it is written; a value that a resource already speaks of (the
 * password in a provider block) is not a second one: what was recognised in it is added to what the resource says.
 */

import { pathClassOf } from '../credentials/paths.js';
import { replacementOf } from '../credentials/replacements.js';
import type { Decoded, Sighting } from '../credentials/sighting.js';
import { type Credential, type End, type Fact, type Handle, handle, handleAt, type Recognised } from '../model/fact.js';
import { groupBy } from '../model/group.js';
import type { Vault } from '../model/redact.js';
import { lineAt, lineStarts, type Source, type Span, span } from '../model/span.js';
import { text } from '../model/text.js';
import { address, type Comment, type RedactedNode } from '../model/tree.js';

/** A sighting and the text it stands in. */
export interface Literal {
  readonly source: Source;
  readonly sighting: Sighting;
}

interface Hidden extends Literal {
  readonly at: Span;
  readonly value: RedactedNode;
}

/** The facts of resources, which learn what was recognised in their values, and those of literals that no resource speaks of. */
export function withLiterals(facts: readonly Fact[], literals: readonly Literal[], vault: Vault): readonly Fact[] {
  if (literals.length === 0) return facts;
  const hidden = literals.map(({ source, sighting }): Hidden => {
    const at = span(source, sighting.start, sighting.end);
    return { source, sighting, at, value: vault.hide(sighting.value, sighting.family.title, at) };
  });
  const same = matcher(hidden);
  const spoken = new Set<Hidden>();
  const known = facts.map((fact) => {
    if (fact.fact !== 'credential' || !fact.credential.value) return fact;
    const found = same(fact.credential.value);
    for (const h of found) spoken.add(h);
    return found[0] ? { ...fact, credential: { ...fact.credential, recognised: certified(recognisedIn(found[0])) } } : fact;
  });
  const own = groupBy(
    hidden.filter((h) => !spoken.has(h)),
    (h) => h.value.digest,
  );
  return [...known, ...[...own.values()].flatMap((places) => factsOf(places))];
}

/** A resource that keeps a credential in a field says more than any shape. */
const certified = (r: Recognised): Recognised =>
  r.confidence === 'proven' || r.confidence === 'likely'
    ? r
    : { ...r, confidence: 'likely', reasons: ['it stands where a resource keeps a credential', ...r.reasons] };

/** Literals of the same value, and those that stand within it: a token in a start script. */
function matcher(hidden: readonly Hidden[]): (other: RedactedNode) => readonly Hidden[] {
  const byDigest = groupBy(hidden, (h) => h.value.digest);
  const byPath = groupBy(hidden, (h) => h.source.path);
  return ({ digest, span: { source, start, end } }) => {
    const within = (byPath.get(source.path) ?? []).filter((h) => h.at.start < end && start < h.at.end);
    return [...new Set([...(byDigest.get(digest) ?? []), ...within])];
  };
}

/** One value and all its places. */
function factsOf(places: readonly Hidden[]): readonly Fact[] {
  const [first] = places;
  if (!first) return [];
  const { source, sighting, at, value } = first;
  const { family, decoded } = sighting;
  const self = handle('credential', 'value', value.digest);
  const label = sighting.name ?? source.path.slice(source.path.lastIndexOf('/') + 1);
  const acts = actsFor(decoded, at);
  return [
    {
      fact: 'subject',
      category: 'identity',
      kind: family.identity,
      provider: 'credential',
      type: `credential.${family.id}`,
      name: undefined,
      label,
      scope: source.path,
      handles: [self, handleAt(address(source.path, label))],
      tags: [],
      comments: places.flatMap((p) => commentsBeside(p.at)),
      attributes: {},
      span: at,
      head: at,
    },
    ...places.map((p): Fact => ({ fact: 'credential', of: self, credential: credentialOf(p) })),
    ...(acts ? [{ fact: 'link', from: self, relation: 'acts-for', to: acts, via: family.title, span: at } as const] : []),
  ];
}

function credentialOf(literal: Hidden): Credential {
  const { sighting, at, value } = literal;
  const { family, decoded } = sighting;
  return {
    kind: family.kind,
    name: family.title,
    origin: 'literal',
    lifetime: lifetimeOf(sighting),
    value,
    recognised: recognisedIn(literal),
    ...(decoded.expires !== undefined && { expires: text(decoded.expires, at) }),
    span: at,
  };
}

/** A signed token that tells its beginning and no end is good for as long as its issuer's key. */
function lifetimeOf({ family, decoded }: Sighting): Credential['lifetime'] {
  if (decoded.expires !== undefined) return 'expiring';
  return decoded.issued === undefined ? family.lifetime : 'static';
}

function recognisedIn({ source, sighting }: Hidden): Recognised {
  const { family, confidence, reasons, decoded, isEncrypted } = sighting;
  const { issued, ...told } = decoded;
  return {
    family: family.id,
    title: family.title,
    issuer: family.provider,
    confidence,
    reasons,
    place: pathClassOf(source.path),
    isPublic: family.isPublic ?? false,
    isEncrypted: isEncrypted ?? false,
    decoded: told,
    ...(issued !== undefined && { issued }),
    replacement: replacementOf(family),
  };
}

/** Whose credential it is, where it says so itself in the terms of a system whose identities we know. */
function actsFor({ subject, user }: Decoded, at: Span): End | undefined {
  const account = /^system:serviceaccount:([a-z0-9.-]+):([a-z0-9.-]+)$/.exec(subject ?? '');
  if (account) {
    const name = `${account[1]}/${account[2]}`;
    return end(handle('kubernetes', 'ServiceAccount', name), name, at);
  }
  return /^[\w.-]+@[\w.-]+\.gserviceaccount\.com$/.test(user ?? '')
    ? end(handle('gcp', 'service-account', user ?? ''), user ?? '', at)
    : undefined;
}

const end = (to: Handle, name: string, at: Span): End => ({ handles: [to], name: text(name, at) });

/** How many characters of a line are looked through for a word to us. */
const longestLine = 2_000;

/** What is said to us on the line of a value and on the one above, in whatever comment syntax the file has. */
function commentsBeside({ source, start }: Span): readonly Comment[] {
  const line = lineAt(source, start);
  return [line - 1, line].flatMap((at): Comment[] => {
    const [from, next] = [lineStarts(source)[at], lineStarts(source)[at + 1] ?? source.text.length];
    if (from === undefined) return [];
    const written = source.text.slice(from, Math.min(next, from + longestLine));
    const found = /(?:#|\/\/|\/\*|--|;|<!--|%|')\s*(identity-review:[^\r\n]*?)\s*(?:\*\/|-->)?\s*$/.exec(written);
    const said = found?.[1];
    return !found || said === undefined ? [] : [{ text: said, span: span(source, from + found.index, from + written.trimEnd().length) }];
  });
}
