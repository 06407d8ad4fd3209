/** Who answers to which handle while an inventory is being assembled. Ends that nobody declares become external identities, never nothing. */
import { type AssignmentFact, type End, type Fact, type Handle, handleAt, type SubjectFact } from '../model/fact.js';
import { type Gap, gap } from '../model/gap.js';
import type { HeldGrant, IdentityKey, Link, NamedSet, Subject } from '../model/inventory.js';
import { folderOf, type Span } from '../model/span.js';
import { isHole, show } from '../model/text.js';
import type { Address } from '../model/tree.js';
import { keysOf } from './keys.js';

/** A subject while it is being put together. */
export interface Draft {
  readonly fact: SubjectFact;
  readonly key: IdentityKey;
  readonly own: HeldGrant[];
  readonly trust: Subject['trust'][number][];
  readonly credentials: Subject['credentials'][number][];
  readonly links: Link[];
  readonly namedSets: NamedSet[];
  /** Permission sets given to this subject. */
  readonly given: { readonly set: Draft; readonly by: AssignmentFact }[];
  readonly usedBy: Set<IdentityKey>;
}

export class Directory {
  readonly gaps: Gap[] = [];
  private readonly all: Draft[] = [];
  private readonly dropped = new Set<Handle>();
  private readonly byHandle = new Map<Handle, Draft[]>();

  constructor(facts: readonly Fact[], consumed: ReadonlySet<Address>) {
    const taken = new Set([...consumed].map(handleAt));
    const subjects: SubjectFact[] = [];
    for (const fact of facts) {
      if (fact.fact !== 'subject') continue;
      if (fact.unlessConsumed && fact.handles.some((h) => taken.has(h))) for (const h of fact.handles) this.dropped.add(h);
      else subjects.push(fact);
    }
    for (const [fact, key] of keysOf(subjects)) this.add(fact, key);
  }

  drafts(): readonly Draft[] {
    return this.all;
  }

  /** Whom a fact is about. Undefined when the subject was dropped because another resource speaks for it. */
  owner(handle: Handle, at: Span): Draft | undefined {
    const known = this.byHandle.get(handle)?.[0];
    if (known || this.dropped.has(handle)) return known;
    // A fact about something that the files name and do not declare.
    const name = handle.slice(handle.lastIndexOf(handle.startsWith('at:') ? '#' : ':') + 1);
    return this.external({ handles: [handle], name: { parts: [name], span: at } }, at);
  }

  /**
   * Whoever answers to one of the handles, tried in order. Of several with the same name the one in the same scope is meant; where
   * that does not decide, nobody is, and there is a gap.
   */
  find(end: End, scope: string | undefined, from?: Span): Draft | undefined {
    const near = scope ?? (from && folderOf(from.source.path));
    for (const handle of end.handles) {
      const found = this.byHandle.get(handle) ?? [];
      if (found.length === 1) return found[0];
      const here = found.filter((d) => d.fact.scope === near || folderOf(d.fact.head.source.path) === near);
      if (here.length >= 1) return here[0];
      if (found.length > 1 && found.every((d) => d.fact.kind !== 'external'))
        this.gaps.push(
          gap(
            'unresolved',
            `${show(end.name)} is declared ${found.length} times in the files; which one is meant is not known`,
            end.name.span,
          ),
        );
    }
    return undefined;
  }

  /** An identity that the files name and do not declare. */
  external(end: End, at: Span, near?: SubjectFact): Draft {
    const named = end.handles.find((h) => !h.startsWith('at:'));
    const scope = near?.scope ?? folderOf(at.source.path);
    const [provider, type, ...rest] = named ? named.split(':') : [near?.type.split('.')[0] ?? 'aws', 'unknown'];
    const name = named ? rest.join(':') : show(end.name);
    // A bare hole means something else in each scope; a name means the same everywhere.
    const key = `${provider}:${type}:${name}${named || !isHole(end.name) ? '' : `@${scope}`}` as IdentityKey;
    const own = `external:${key}` as Handle;
    const known = this.byHandle.get(own)?.[0];
    if (known) return known;
    return this.add(
      {
        fact: 'subject',
        category: 'identity',
        kind: 'external',
        provider: (provider ?? 'aws') as SubjectFact['provider'],
        type: `${provider}.${type}`,
        name: { parts: [name], span: at },
        label: name,
        scope,
        handles: [own, ...end.handles],
        tags: [],
        comments: [],
        attributes: {},
        span: at,
        head: at,
      },
      key,
    );
  }

  private add(fact: SubjectFact, key: IdentityKey): Draft {
    const draft: Draft = { fact, key, own: [], trust: [], credentials: [], links: [], namedSets: [], given: [], usedBy: new Set() };
    this.all.push(draft);
    for (const handle of fact.handles) {
      const others = this.byHandle.get(handle);
      if (others) others.push(draft);
      else this.byHandle.set(handle, [draft]);
    }
    return draft;
  }
}
