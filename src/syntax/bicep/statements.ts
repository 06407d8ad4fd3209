/** Statements and the file as a whole. A syntax error is kept as a gap and costs the statement it stands in. */
import { type Gap, gap } from '../../model/gap.js';
import { type Source, span } from '../../model/span.js';
import type { BicepFile, Decorator, ModuleStatement, Output, Param, Setting, Statement, Tolerated, Variable } from './ast.js';
import { Cursor, wordEnd } from './cursor.js';
import { conditional } from './expressions.js';
import { decoratorsOf, resource } from './objects.js';
import { bodyOrIf } from './parts.js';
import { string } from './strings.js';
import { skipStatement, skipType } from './tolerated.js';

/** Past this many broken statements the rest of them share one gap. */
const shownFailures = 100;
/** Text that recovery may read twice, whole file and all: keeps hostile files linear. */
const rereadBase = 1_000_000;
const rereadPerCharacter = 4;

/** Reads a whole file. */
export function file(source: Source): BicepFile {
  const c = new Cursor(source, conditional);
  const statements: Statement[] = [];
  const gaps: Gap[] = [];
  let failures = 0;
  let budget = rereadBase + rereadPerCharacter * source.text.length;
  for (c.skipLines(); !c.atEnd || c.failure; c.skipLines()) {
    const start = c.failure?.at ?? c.pos;
    const parsed = statement(c);
    c.skip();
    if (!c.failure && !c.atEnd && !c.atNewline) c.fail('expected the end of the line');
    const { failure } = c;
    if (!failure) {
      statements.push(parsed);
      continue;
    }
    if (++failures <= shownFailures)
      gaps.push(gapOf(source, failure.kind, failure.at, `${failure.reason}; the statement around it was not read`));
    const next = nextStatement(source.text, start);
    budget -= Math.max(0, failure.read - next);
    c.resume(budget < 0 ? source.text.length : next);
    if (budget < 0) gaps.push(gapOf(source, 'too-large', failure.at, 'too many syntax errors; the rest of the file was not read'));
  }
  if (failures > shownFailures) gaps.push(gap('unparsed', `${failures - shownFailures} more syntax errors`, source.path));
  return { statements, comments: c.comments, gaps };
}

function gapOf(source: Source, kind: Gap['kind'], at: number, reason: string): Gap {
  const end = source.text.indexOf('\n', at);
  return gap(kind, reason, span(source, at, end < 0 ? source.text.length : end));
}

const keyword =
  /^(?:@|(?:param|var|resource|module|output|targetScope|metadata|type|func|import|using|extends|extension|provider|assert)\b)/;

/** The next line that begins, at column 0, like a statement. */
function nextStatement(text: string, from: number): number {
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (keyword.test(text.slice(at + 1, at + 20))) return at + 1;
  }
  return text.length;
}

function statement(c: Cursor): Statement {
  const start = c.pos;
  const decorators = decoratorsOf(c);
  const wordStart = c.pos;
  const word = c.atWord ? c.word() : '';
  c.skip();
  switch (word) {
    case 'param':
      return param(c, start, decorators);
    case 'var':
      return variable(c, start);
    case 'resource':
      return resource(c, start, decorators);
    case 'module':
      return module(c, start, wordStart);
    case 'output':
      return output(c, start);
    case 'targetScope':
      c.expect('=', 'expected `=`');
      return setting(c, start, 'targetScope');
    case 'using':
      return setting(c, start, 'using');
    case '':
      c.fail('expected a declaration');
      return { kind: 'tolerated', keyword: '', names: [], span: c.spanFrom(start) };
    default:
      return tolerated(c, start, word);
  }
}

/** The declared name, and where it stands. */
function nameOf(c: Cursor): Pick<Param, 'name' | 'nameSpan'> {
  const start = c.pos;
  const name = c.word();
  const nameSpan = c.spanFrom(start);
  c.skip();
  return { name, nameSpan };
}

function givenValue(c: Cursor): Param['value'] {
  if (!c.take('=')) return undefined;
  c.skipLines();
  return c.expression();
}

function required(c: Cursor): NonNullable<Param['value']> {
  if (!c.at('=')) c.fail('expected `=`');
  return givenValue(c) ?? { kind: 'literal', value: null, span: c.spanFrom(c.pos) };
}

function param(c: Cursor, start: number, decorators: readonly Decorator[]): Param {
  const named = nameOf(c);
  const nullable = skipType(c);
  const value = givenValue(c);
  return { kind: 'param', ...named, decorators, nullable, value, span: c.spanFrom(start) };
}

function variable(c: Cursor, start: number): Variable {
  const named = nameOf(c);
  skipType(c);
  const value = required(c);
  return { kind: 'var', ...named, value, span: c.spanFrom(start) };
}

function output(c: Cursor, start: number): Output {
  const named = nameOf(c);
  skipType(c);
  const value = required(c);
  return { kind: 'output', ...named, value, span: c.spanFrom(start) };
}

function module(c: Cursor, start: number, headStart: number): ModuleStatement {
  const named = nameOf(c);
  const path = string(c);
  const head = span(c.source, headStart, path.span.end);
  c.expect('=', 'expected `=`');
  c.skipLines();
  const body = bodyOrIf(c);
  return { kind: 'module', ...named, path, body, head, span: c.spanFrom(start) };
}

function setting(c: Cursor, start: number, kind: Setting['kind']): Setting {
  c.skipLines();
  const value = c.expression();
  return { kind, value, span: c.spanFrom(start) };
}

/** Words that are no keyword today may be one tomorrow; what they declare is left out either way. */
function tolerated(c: Cursor, start: number, word: string): Tolerated {
  const from = c.pos;
  skipStatement(c);
  const names = word === 'import' ? importedNames(c.text.slice(from, c.pos)) : [c.text.slice(from, wordEnd(c.text, from))].filter(Boolean);
  return { kind: 'tolerated', keyword: word, names, span: c.spanFrom(start) };
}

/** `{ a, b as c } from '…'`, `* as shared from '…'`: what they are called here. */
function importedNames(written: string): readonly string[] {
  const list = written.slice(0, written.lastIndexOf(' from '));
  return list
    .split(/[{},\n]/)
    .map((item) => item.trim().split(/\s+/).at(-1) ?? '')
    .filter(Boolean);
}
