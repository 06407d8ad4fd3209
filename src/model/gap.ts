/** What could not be read or resolved. A gap is a result: it is shown in every report and is never a pass. */
import type { FilePath, Span } from './span.js';

export const gapKinds = ['unreadable', 'unparsed', 'unresolved', 'too-large', 'unsupported'] as const;
/**
 * `unreadable`: the bytes could not be had · `unparsed`: the text breaks its format's grammar · `unresolved`: a value is not known from
 * the files · `too-large`: a limit of size, depth or count cut the work · `unsupported`: we know it matters and have no meaning for it yet.
 */
export type GapKind = (typeof gapKinds)[number];

export interface Gap {
  readonly kind: GapKind;
  /** One sentence for a person, with the mend where there is one. Holds no source text beyond names of things. */
  readonly reason: string;
  /** A span where there is text, the bare path where there is none; the report as a whole when both are missing. */
  readonly at: Span | FilePath | undefined;
}

export const gap = (kind: GapKind, reason: string, at?: Span | FilePath): Gap => ({ kind, reason, at });

/** The file that a gap is about; `''` for the report as a whole. */
export const gapPath = ({ at }: Gap): string => (at === undefined ? '' : typeof at === 'string' ? at : at.source.path);

/** Gaps of equal text say the same of the same file, wherever in it they stand. */
export const gapText = (g: Gap): string => `${gapPath(g)}\n${g.kind}\n${g.reason}`;
