import { describe, expect, it } from '@jest/globals';
import { printed } from '../printed.js';
import { madeBy, read, readAll, valueIn } from './reading.js';

const bodies = (text: string, others: Readonly<Record<string, string>> = {}): readonly string[] =>
  madeBy(readAll({ 'stack/t.yaml': text }, others)).map((r) => `${r.label} ${printed(r.body)}`);

describe('Fn::ForEach', () => {
  it('makes resources, whose names other resources may use', () => {
    expect(
      bodies(`Transform: AWS::LanguageExtensions
Parameters: {Teams: {Type: CommaDelimitedList, Default: "web, data"}}
Resources:
  Fn::ForEach::Roles:
    - Team
    - !Ref Teams
    - Role\${Team}:
        Type: AWS::IAM::Role
        Properties:
          RoleName: !Sub "ci-\${Team}"
          Path: /\${Team}/
          Tags: [{Key: team, Value: !Ref Team}]
  Profile:
    Type: AWS::IAM::InstanceProfile
    Properties: {Roles: [!Ref Roleweb]}
`),
    ).toEqual([
      'Roleweb {RoleName: "ci-web", Path: "/web/", Tags: [{Key: "team", Value: "web"}]}',
      'Roledata {RoleName: "ci-data", Path: "/data/", Tags: [{Key: "team", Value: "data"}]}',
      'Profile {Roles: [&Roleweb]}',
    ]);
  });

  it('runs in loops and in properties', () => {
    expect(
      bodies(`Resources:
  Fn::ForEach::A:
    - A
    - [x, y]
    - Fn::ForEach::B:
        - B
        - ["1.5"]
        - R\${A}&{B}:
            Type: A::B::C
            Properties: {"Fn::ForEach::K": [K, [k, l], {"\${K}\${A}": !GetAtt ["R\${A}&{B}", "\${B}"]}]}
`),
    ).toEqual(['Rx15 {kx: &Rx15.1.5, lx: &Rx15.1.5}', 'Ry15 {ky: &Ry15.1.5, ly: &Ry15.1.5}']);
  });

  it('tells what it cannot run over', () => {
    const { resources, gaps } = read(`Parameters: {Names: {Type: CommaDelimitedList}}
Resources: {A: {Type: A::B::C}, "Fn::ForEach::L": [N, [a, !Ref AWS::Region], {"R\${N}": {Type: A::B::C}}], "Fn::ForEach::M": [N, !Ref Names, {}]}`);
    expect(resources.map((r) => r.label)).toEqual(['A', 'Ra']);
    expect(gaps.map((g) => g.reason)).toEqual([
      'Fn::ForEach::L runs over a value that is not known from the template',
      'Fn::ForEach::M runs over values that are not known from the template',
    ]);
  });
});

describe('AWS::Include', () => {
  const include = (location: string): string => `{Name: AWS::Include, Parameters: {Location: ${location}}}`;

  it('takes in a snippet that is kept beside the template', () => {
    const files = { 'stack/snippets/tags.yaml': 'Env: !Ref Env\n', 'stack/more.json': '{"B": {"Type": "A::B::C"}}' };
    expect(
      bodies(
        `Parameters: {Env: {Type: String, Default: dev}}
Resources:
  Fn::Transform: ${include('more.json')}
  A:
    Type: A::B::C
    Properties: {Tags: !Transform ${include('./snippets/tags.yaml')}, More: {"Fn::Transform": ${include('snippets/tags.yaml')}, own: 1}}
`,
        files,
      ),
    ).toEqual(['B {}', 'A {Tags: {Env: "dev"}, More: {Env: "dev", own: 1}}']);
  });

  it('that cannot be read is unknown', () => {
    const value = (location: string, others = {}): string =>
      printed(
        valueIn(
          readAll(
            { 't.yaml': `Resources: {Subject: {Type: A::B::C, Properties: {Value: {"Fn::Transform": ${include(location)}}}}}` },
            others,
          ),
        ),
      );
    for (const location of ['s3://bucket/a.yaml', 'gone.yaml', '../a.yaml'])
      expect(value(location)).toBe('?(a macro makes it at deploy time)');
    const itself = { 'a.yaml': `{a: {"Fn::Transform": ${include('a.yaml')}}}` };
    expect(value('a.yaml', itself)).toBe('{a: ?(a macro makes it at deploy time)}');
  });
});
