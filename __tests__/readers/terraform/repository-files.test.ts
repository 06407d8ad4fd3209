import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/model/span.js';
import { get, type Node } from '../../../src/model/tree.js';
import { readModule } from './module-of.js';
import { print } from './print.js';

const files = {
  'live/policies/a.json': '{"Statement": []}',
  'live/policies/b.json': '{}',
  'live/policies/sub/c.json': '{}',
  'live/policies/note.txt': 'x',
  'live/trust.tftpl':
    '{"Statement": [\n%{ for i, p in principals ~}\n  {"Principal": "${p}", "Resource": "arn:aws:s3:::${bucket}/*"}%{ if i < length(principals) - 1 },%{ endif }\n%{ endfor ~}\n]}\n',
  'live/self.tftpl': '${templatefile("self.tftpl", {})}\n',
  'live/outside.tftpl': '${local.secret} ${var.x}\n',
  'live/double.tftpl': '%{ for a in l }%{ for b in l }%{ for c in l }${a}${b}${c}${join("", l)}%{ endfor }%{ endfor }%{ endfor }',
  'live/broken.tftpl': '%{ if true }',
  'live/one.tftpl': '${v}',
  'shared/x.txt': 'shared',
};

function read(expression: string): { readonly node: Node | undefined; readonly gaps: readonly string[] } {
  const main = `variable "bucket" {}\nlocals {\n  secret = "s"\n  tpl = "hello \${"$"}{name}"\n}\nresource "a" "b" {\n  v = ${expression}\n}\n`;
  const { resources, gaps } = readModule({ ...files, 'live/main.tf': main }, 'live');
  return { node: get(resources[0]?.body, 'v'), gaps: gaps.map((g) => g.reason) };
}
const shown = (expression: string): string => {
  const { node } = read(expression);
  return node ? print(node) : 'nothing';
};

describe('templatefile', () => {
  it('renders directives with what it is given, and keeps what is not known as holes', () => {
    expect(shown('jsondecode(templatefile("${path.module}/trust.tftpl", { principals = ["a", "b"], bucket = var.bucket }))')).toBe(
      '{Statement: [{Principal: "a", Resource: "arn:aws:s3:::<var.bucket>/*"}, {Principal: "b", Resource: "arn:aws:s3:::<var.bucket>/*"}]}',
    );
  });

  it('stands in its own file', () => {
    const { node } = read('templatefile("trust.tftpl", { principals = [], bucket = "b" })');
    expect(node && locate(node.span)).toMatchObject({ path: 'live/trust.tftpl', startLine: 1 });
  });

  it.each([
    ['templatefile("one.tftpl", { v = [1] })', '[1]'],
    ['templatefile("self.tftpl", {})', '"<templatefile(…, {…})>\\n"'],
    ['templatefile("outside.tftpl", {})', '"<local.secret> <var.x>\\n"'],
    ['templatefile("absent.tftpl", {})', '?the file that is read is not in the repository'],
    ['templatefile("../../etc/passwd", {})', '?the path is not inside of the repository'],
    ['templatefile("/etc/passwd", {})', '?the path is not inside of the repository'],
    ['templatefile(var.bucket, {})', '?var.bucket has no default'],
    ['templatefile("broken.tftpl", {})', '?the template cannot be read: a template directive is not closed by `endif`'],
    ['try(templatefile("broken.tftpl", {}), "none")', '"none"'],
    ['templatestring(local.tpl, { name = "x" })', '"hello x"'],
    ['templatestring("literal", {})', '?templatestring takes a reference to a string'],
  ])('%s', (expression, value) => {
    expect(shown(expression)).toBe(value);
  });

  it('is bounded when it multiplies', () => {
    expect(read('templatefile("double.tftpl", { l = range(1000) })').gaps.join()).toContain('too');
  });
});

describe('files and paths', () => {
  it.each([
    ['file("policies/note.txt")', '"x"'],
    ['file("${path.root}/../shared/x.txt")', '"shared"'],
    ['fileexists("policies/a.json")', 'true'],
    ['fileexists("policies/z.json")', '?the file that is read is not in the repository'],
    ['fileset(path.module, "policies/*.json")', '["policies/a.json", "policies/b.json"]'],
    ['fileset("policies", "**/*.json")', '["a.json", "b.json", "sub/c.json"]'],
    ['fileset("policies", "**")', '["a.json", "b.json", "note.txt", "sub/c.json"]'],
    ['fileset("policies", "?.{json,txt}")', '["a.json", "b.json"]'],
    ['fileset("policies", "{a,{b}}.json")', '?the pattern of fileset is not understood'],
    ['fileset("policies", "{a,sub/c}.json")', '?the pattern of fileset is not understood'],
    ['fileset("policies", "[ab].json")', '?the pattern of fileset is not understood'],
    ['fileset(var.bucket, "*")', '?var.bucket has no default'],
    [
      '{ for f in fileset("policies", "*.json") : trimsuffix(f, ".json") => jsondecode(file("policies/${f}")) }',
      '{a: {Statement: []}, b: {}}',
    ],
  ])('%s', (expression, value) => {
    expect(shown(expression)).toBe(value);
  });
});
