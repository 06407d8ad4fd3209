/** How families are written down: one line each, what is usual for a class of credentials filled in. */
import type { CredentialKind, IdentityKind } from '../../model/fact.js';
import type { ChecksumName } from '../checksums.js';
import type { DecoderName } from '../decode/decoders.js';
import type { ReplacementName } from '../replacements.js';
import type { Family } from '../sighting.js';

/** A family and how its values are recognised. */
export interface FamilyRow extends Family {
  /** The language of `shape.ts`; any one of them makes a find. */
  readonly shapes: readonly string[];
  readonly check?: ChecksumName;
  readonly decode?: DecoderName;
  /** The shape alone is too common: one of these words has to stand nearby, in lower case. */
  readonly near?: readonly string[];
  /** The shape alone is not quite telling: what it finds is possible, not likely. */
  readonly weak?: boolean;
  /** Lower and upper case and a digit all occur in every value: for marks that begin ordinary words, too. */
  readonly mixed?: boolean;
  /** What does not decode is something else with the same beginning. */
  readonly onlyDecoded?: boolean;
  /** The public half of a pair: the family of the secret that stands near it. */
  readonly halfOf?: string;
}

/** A provider whose credentials have no mark of their own: its name before a value of this shape says so. */
export interface ContextRow extends Family {
  /** In lower case, letters and digits only; each calls for a look at what follows it. */
  readonly words: readonly string[];
  readonly shapes: readonly string[];
  /** The provider's name is an ordinary word: a word such as `key` or `token` has to stand between it and the value. */
  readonly ordinary?: boolean;
  /** How long its values are is not known: they have to look random, and nothing but a value may stand there. */
  readonly unknownLength?: boolean;
}

/** Classes of credentials and what is usual for them. */
const classes = {
  apiKey: { kind: 'access-key', identity: 'api-key', lifetime: 'static', replacement: 'two-keys' },
  personal: { kind: 'token', identity: 'access-token', lifetime: 'static', replacement: 'reissue-with-expiry' },
  service: { kind: 'token', identity: 'integration', lifetime: 'static', replacement: 'reissue-with-expiry' },
  serviceAccount: { kind: 'access-key', identity: 'service-account', lifetime: 'static', replacement: 'two-keys' },
  clientSecret: { kind: 'secret', identity: 'oauth-app', lifetime: 'static', replacement: 'two-keys' },
  access: { kind: 'token', identity: 'oauth-app', lifetime: 'short-lived', replacement: 'mend-the-issuer' },
  refresh: { kind: 'token', identity: 'oauth-app', lifetime: 'static', replacement: 'mend-the-issuer' },
  keyPair: { kind: 'access-key', identity: 'api-key', lifetime: 'static', replacement: 'two-keys' },
  deploy: { kind: 'token', identity: 'pipeline', lifetime: 'static', replacement: 'two-keys' },
  join: { kind: 'token', identity: 'robot', lifetime: 'static', replacement: 'two-keys' },
  privateKey: { kind: 'private-key', identity: 'service-account', lifetime: 'static', replacement: 'new-key-pair' },
  database: { kind: 'password', identity: 'service-account', lifetime: 'static', replacement: 'short-lived-database-login' },
  password: { kind: 'password', identity: 'service-account', lifetime: 'static', replacement: 'secret-store' },
  webhook: { kind: 'secret', identity: 'integration', lifetime: 'static', replacement: 'recreate-address' },
  signing: { kind: 'signing-key', identity: 'integration', lifetime: 'static', replacement: 'two-keys' },
  encryption: { kind: 'secret', identity: 'service-account', lifetime: 'static', replacement: 'new-key-pair' },
  session: { kind: 'token', identity: 'access-token', lifetime: 'short-lived', replacement: 'mend-the-issuer' },
  identifier: { kind: 'access-key', identity: 'api-key', lifetime: 'unknown', replacement: 'nothing-secret', isPublic: true },
} as const satisfies Readonly<Record<string, Preset>>;

interface Preset {
  readonly kind: CredentialKind;
  readonly identity: IdentityKind;
  readonly lifetime: Family['lifetime'];
  readonly replacement: ReplacementName;
  readonly isPublic?: boolean;
}
export type FamilyClass = keyof typeof classes;

type Own = Partial<Omit<FamilyRow, 'id' | 'title' | 'provider' | 'shapes' | 'replacement'>> & { readonly replacement?: ReplacementName };

/** `[id, title, class, shape or shapes, what is unusual]` */
export type Row = readonly [id: string, title: string, of: FamilyClass, shape: string | readonly string[], own?: Own];

/** The families of one provider. */
export const families = (provider: string, rows: readonly Row[]): readonly FamilyRow[] =>
  rows.map(([id, title, of, shape, own]) => ({
    id,
    title,
    provider,
    ...classes[of],
    shapes: typeof shape === 'string' ? [shape] : shape,
    ...own,
  }));

/** What a class of credentials usually is, under a name of its own; for families that no table lists. */
export const familyOf = (id: string, title: string, provider: string, of: FamilyClass): Family => ({ id, title, provider, ...classes[of] });

/** `[words, title, class, shapes, ordinary?]`; the first word names the provider. */
export type ContextEntry = readonly [
  words: string,
  title: string,
  of: FamilyClass,
  shapes: string | readonly string[],
  ordinary?: 'ordinary',
];

/** Families that only their provider's name tells. */
export const contexts = (entries: readonly ContextEntry[]): readonly ContextRow[] =>
  entries.map(([list, title, of, shape, ordinary]) => {
    const words = list.split(' ');
    const provider = words[0] ?? '';
    return {
      id: `${provider}-by-name`,
      title,
      provider,
      ...classes[of],
      words,
      shapes: typeof shape === 'string' ? [shape] : shape,
      ...(ordinary && { ordinary: true }),
    };
  });
