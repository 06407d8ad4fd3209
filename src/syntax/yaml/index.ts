/** YAML 1.2 → positioned trees, on the events of js-yaml (never its `load`, which throws on tools' tags and knows no places). */
import { type Gap, gap } from '../../model/gap.js';
import { type Source, span } from '../../model/span.js';
import type { Comment, ScalarNode } from '../../model/tree.js';
import { type Document, defineSyntax, limits, type Parsed } from '../syntax.js';
import { build } from './build.js';
import { commentsOf } from './comments.js';
import { batchesOf, isTooDense, type Piece, splitDocuments } from './documents.js';
import { type Events, type Failure, parse, repairBudget } from './parse.js';
import { type Blanked, blank, hasBareExpression, openBlanks } from './template.js';

/** YAML files of any number of documents. */
export const yaml = defineSyntax<Parsed>({
  id: 'yaml',
  parse: (source) => new FileReader(source).read(),
});

/** Broken documents of one file that are told one by one; the rest are counted. */
const toldApart = 20;
/** Documents that do not parse at once, after which a file is not read on: no one wrote so many by hand, and each costs an exception. */
const patience = 1000;

class FileReader {
  readonly #source: Source;
  readonly #documents: Document[] = [];
  readonly #comments: Comment[] = [];
  readonly #gaps: Gap[] = [];
  readonly #repairs = repairBudget();
  readonly #aliases = { nodes: limits.aliasNodes, told: new Set<string>() };
  /** Documents that did not parse at once, and those of them that were not read at all. */
  #stumbled = 0;
  #failed = 0;
  /** Place of the first expression that was blanked. */
  #template: number | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  read(): Parsed {
    const { path, text } = this.#source;
    if (isTooDense(text)) return { documents: [], comments: [], gaps: [gap('too-large', 'YAML: the file holds too many values', path)] };
    for (const batch of batchesOf(splitDocuments(text))) this.#readBatch(batch);
    if (this.#template !== undefined) {
      const at = span(this.#source, this.#template, this.#template);
      this.#gaps.push(gap('unparsed', 'YAML: this is a template; it was read with its expressions left open', at));
    }
    if (this.#failed > toldApart) {
      this.#gaps.push(gap('unparsed', `YAML: ${this.#failed - toldApart} more documents of this file were not read`, path));
    }
    return { documents: this.#documents, comments: this.#comments, gaps: this.#gaps };
  }

  /** All at once, or one by one when one of them is broken. */
  #readBatch(pieces: readonly Piece[]): void {
    const [first, second] = pieces;
    const last = pieces.at(-1);
    if (first && second && last) {
      const together = { start: first.start, text: this.#source.text.slice(first.start, last.start + last.text.length) };
      const result = parse(together.text, this.#repairs);
      if ('events' in result && !isTemplate(together, result)) {
        this.#build(result, first.start);
        return;
      }
    }
    for (const piece of pieces) {
      if (this.#stumbled < patience) this.#readPiece(piece);
      else this.#failed++;
    }
  }

  #readPiece(piece: Piece): void {
    const result = parse(piece.text, this.#repairs);
    const read = 'events' in result;
    if (read && !isTemplate(piece, result)) {
      this.#build(result, piece.start);
      return;
    }
    this.#stumbled++;
    if (this.#readTemplate(piece)) return;
    else if (read) this.#build(result, piece.start);
    else this.#fail(result, piece.start);
  }

  /** Reads a document with its expressions blanked; false when that does not help. */
  #readTemplate({ start, text }: Piece): boolean {
    for (const lines of ['shaped', 'gone'] as const) {
      const blanked = blank(text, lines);
      if (!blanked) return false;
      const result = parse(blanked.text, this.#repairs);
      if (!('events' in result)) continue;
      this.#template ??= start + blanked.first;
      this.#build(result, start, blanked);
      return true;
    }
    return false;
  }

  #build({ events, text, original }: Events, start: number, blanked?: Blanked): void {
    const at = { source: this.#source, text, place: (offset: number) => start + original(offset) };
    const holes = blanked && ((node: ScalarNode) => openBlanks(node, (place) => blanked.names.get(place - start)));
    const { roots, gaps, scalars } = build(events, holes ? { ...at, holes } : at, this.#aliases);
    for (const root of roots) this.#documents.push({ root });
    for (const found of gaps) this.#gaps.push(found);
    for (const comment of commentsOf(at, scalars)) this.#comments.push(comment);
  }

  #fail({ kind, reason, at }: Failure, start: number): void {
    this.#failed++;
    if (this.#failed <= toldApart) this.#gaps.push(gap(kind, `YAML: ${reason}`, span(this.#source, start + at, start + at)));
  }
}

const isTemplate = ({ text }: Piece, { events }: Events): boolean => text.includes('{{') && hasBareExpression(events);
