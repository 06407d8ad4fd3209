/** YAML 1.2 → positioned trees, on the events of js-yaml (never its `load`, which throws on tools' tags and knows no places). */
import { type Gap, gap } from '../../model/gap.js';
import { type Source, span } from '../../model/span.js';
import type { Comment } from '../../model/tree.js';
import { type Document, defineSyntax, limits, type Parsed } from '../syntax.js';
import { build } from './build.js';
import { commentsOf } from './comments.js';
import { batchesOf, type Piece, splitDocuments } from './documents.js';
import { type Events, type Failure, parse, repairBudget } from './parse.js';

/** YAML files of any number of documents. */
export const yaml = defineSyntax<Parsed>({
  id: 'yaml',
  parse: (source) => new FileReader(source).read(),
});

/** Broken documents of one file that are told one by one; the rest are counted. */
const toldApart = 20;
/** Broken documents after which a file is not read on: no one wrote them by hand, and each costs an exception. */
const patience = 1000;

class FileReader {
  readonly #source: Source;
  readonly #documents: Document[] = [];
  readonly #comments: Comment[] = [];
  readonly #gaps: Gap[] = [];
  readonly #repairs = repairBudget();
  readonly #aliases = { nodes: limits.aliasNodes, told: new Set<string>() };
  #failed = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  read(): Parsed {
    for (const batch of batchesOf(splitDocuments(this.#source.text))) this.#readBatch(batch);
    if (this.#failed > toldApart) {
      this.#gaps.push(gap('unparsed', `YAML: ${this.#failed - toldApart} more documents of this file were not read`, this.#source.path));
    }
    return { documents: this.#documents, comments: this.#comments, gaps: this.#gaps };
  }

  /** All at once, or one by one when one of them is broken. */
  #readBatch(pieces: readonly Piece[]): void {
    const [first, second] = pieces;
    if (first && second) {
      const together = parse(pieces.map((p) => p.text).join(''), this.#repairs);
      if ('events' in together) {
        this.#build(together, first.start);
        return;
      }
    }
    for (const piece of pieces) {
      if (this.#failed < patience) this.#readPiece(piece);
      else this.#failed++;
    }
  }

  #readPiece({ start, text }: Piece): void {
    const result = parse(text, this.#repairs);
    if ('events' in result) this.#build(result, start);
    else this.#fail(result, start);
  }

  #build({ events, text, original }: Events, start: number): void {
    const at = { source: this.#source, text, place: (offset: number) => start + original(offset) };
    const { roots, gaps, scalars } = build(events, at, this.#aliases);
    for (const root of roots) this.#documents.push({ root });
    for (const found of gaps) this.#gaps.push(found);
    for (const comment of commentsOf(at, scalars)) this.#comments.push(comment);
  }

  #fail({ kind, reason, at }: Failure, start: number): void {
    this.#failed++;
    if (this.#failed <= toldApart) this.#gaps.push(gap(kind, `YAML: ${reason}`, span(this.#source, start + at, start + at)));
  }
}
