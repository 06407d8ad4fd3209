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
  private readonly byKey = new Map<IdentityKey, Draft>();
  private readonly byHandle = new Map<Handle, Draft[]>();
  private readonly dropped = new Set<Handle>();

  constructor(facts: readonly Fact[], consumed: ReadonlySet<Address>) {
    const taken = new Set([...consumed].map(handleAt));
    const subjects: SubjectFact[] = [];
    for (const fact of facts) {
      if (fact.fact !== 'subject') continue;
      if (fact.unlessConsumed && fact.handles.some((h) => taken.has(h))) for (const h of fact.handles) this.dropped.add(h);
      else subjects.push(fact);
    }
    for (const [fact, key] of keysOf(subjects)) {
      const draft = this.add(fact, key);
      for (const handle of fact.handles) {
        const others = this.byHandle.get(handle);
        if (others) others.push(draft);
        else this.byHandle.set(handle, [draft]);
      }
    }
  }

  drafts(): readonly Draft[] {
    return [...this.byKey.values()];
  }

  /** Whom a fact is about. Nobody when the subject was dropped because another resource speaks for it. */
  about(handle: Handle, at: Span): readonly Draft[] {
    if (this.dropped.has(handle)) return [];
    const own = this.byHandle.get(handle)?.find((d) => d.fact.handles[0] === handle);
    if (own) return [own];
    // A fact about something that the files name and may not declare.
    const name = handle.slice(handle.indexOf(handle.startsWith('at:') ? '#' : ':') + 1);
    return this.meant({ handles: [handle], name: { parts: [name], span: at } }, at);
  }

  /** Whoever is meant by an end: those who declare themselves so, else an identity outside the files. */
  meant(end: End, at: Span, from?: SubjectFact): readonly Draft[] {
    const declared = this.declared(end, at, from);
    return declared.length > 0 ? declared : [this.external(end, at, from)];
  }

  /**
   * Those who answer to the first of the handles that anybody answers to. Of several the nearest are meant, in the same file or else in
   * the same scope, and all of them there: variants of one thing. Where that does not decide, nobody is meant, and there is a gap.
   */
  declared(end: End, at: Span, from?: SubjectFact): readonly Draft[] {
    let most = 0;
    for (const handle of end.handles) {
      const found = this.byHandle.get(handle) ?? [];
      const near = nearest(found, at, from);
      if (near.length > 0) return near;
      most = Math.max(most, found.length);
    }
    if (most > 0) {
      const reason = `${show(end.name)} is declared ${most} times in the files; which one is meant is not known`;
      this.gaps.push(gap('unresolved', reason, end.name.span));
    }
    return [];
  }

  /** The identity outside the files that an end names, when somebody has spoken of it before. */
  knownExternal(end: End, at: Span): Draft | undefined {
    return this.byKey.get(externalName(end, at, undefined).key);
  }

  private external(end: End, at: Span, from: SubjectFact | undefined): Draft {
    const { key, type, name, scope } = externalName(end, at, from);
    const known = this.byKey.get(key);
    if (known) return known;
    const fact: SubjectFact = {
      fact: 'subject',
      category: 'identity',
      kind: 'external',
      provider: type.slice(0, type.indexOf('.')) as SubjectFact['provider'],
      type,
      name: { parts: [name], span: at },
      label: name,
      scope,
      handles: [`external:${key}` as Handle, ...end.handles],
      tags: [],
      comments: [],
      attributes: {},
      span: at,
      head: at,
    };
    return this.add(fact, key);
  }

  private add(fact: SubjectFact, key: IdentityKey): Draft {
    const draft: Draft = { fact, key, own: [], trust: [], credentials: [], links: [], namedSets: [], given: [], usedBy: new Set() };
    this.byKey.set(key, draft);
    return draft;
  }
}

function nearest(found: readonly Draft[], at: Span, from: SubjectFact | undefined): readonly Draft[] {
  if (found.length < 2) return found;
  const { path } = at.source;
  const inFile = found.filter((d) => d.fact.head.source.path === path);
  if (inFile.length > 0) return inFile;
  const places = [folderOf(path), ...(from ? [from.scope] : [])];
  const here = found.filter((d) => places.includes(d.fact.scope) || places.includes(folderOf(d.fact.head.source.path)));
  if (here.length > 0) return here;
  return new Set(found.map((d) => d.fact.scope)).size === 1 ? found : [];
}

/** An outside identity is named by a handle that is not an address, so that all who name it mean the same one, in whatever order they come. */
function externalName(end: End, at: Span, from: SubjectFact | undefined) {
  const scope = from?.scope ?? folderOf(at.source.path);
  const named = end.handles.find((h) => !h.startsWith('at:'));
  if (named) {
    const [system = '', type = '', ...rest] = named.split(':');
    const name = rest.join(':');
    return { key: `${system}:${type}:${name}` as IdentityKey, type: `${system}.${type}`, name, scope };
  }
  // What the files refer to without telling what it is; its label, or a bare hole, means something else in each scope.
  const [address] = end.handles;
  const name = address ? address.slice(address.indexOf('#') + 1) : show(end.name);
  const system = from?.type.split('.')[0] ?? 'aws';
  const place = address || isHole(end.name) ? `@${scope || '.'}` : '';
  return { key: `${system}:unknown:${name}${place}` as IdentityKey, type: `${system}.unknown`, name, scope };
}
