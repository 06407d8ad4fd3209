import { describe, expect, it } from '@jest/globals';
import type { Span } from '../../../src/model/span.js';
import { dig, get, itemsOf, type Node } from '../../../src/model/tree.js';
import { printed } from '../printed.js';
import { read } from './reading.js';

const written = ({ source, start, end }: Span): string => source.text.slice(start, end);

const template = `AWSTemplateFormatVersion: "2010-09-09"
Parameters:
  Env: {Type: String, Default: dev}
Resources:
  # Deploys the site.
  # owner: web
  Ci: # the pipeline
    Type: AWS::IAM::Role
    DependsOn: Guard
    Properties:
      RoleName: !Sub "ci-\${Env}" # named here
      Path: /
      # PermissionsBoundary: later
  Guard:
    Type: AWS::IAM::ManagedPolicy
`;

describe('resources of a template', () => {
  it('have type, label, address, evaluated properties and their places', () => {
    const [ci, guard] = read(template, 'infra/site.yaml').resources;
    expect(ci).toMatchObject({
      dialect: 'cloudformation',
      type: 'AWS::IAM::Role',
      label: 'Ci',
      scope: 'infra/site.yaml',
      address: 'infra/site.yaml#Ci',
    });
    expect(printed(ci?.body)).toBe('{RoleName: "ci-dev", Path: "/"}');
    expect(ci && written(ci.head)).toBe('Ci');
    expect(ci && written(ci.span)).toMatch(/^Ci: # the pipeline\n[\s\S]*Path: \/$/);
    expect(guard && printed(guard.body)).toBe('{}');
  });

  it('have the comments above, beside and inside, and none of their neighbours', () => {
    const [ci, guard] = read(template).resources;
    expect(ci?.comments.map((c) => c.text)).toEqual([
      'Deploys the site.',
      'owner: web',
      'the pipeline',
      'named here',
      'PermissionsBoundary: later',
    ]);
    expect(guard?.comments).toEqual([]);
  });

  it('are found without a format version', () => {
    expect(read('Resources: {A: {Type: "AWS::IAM::User"}}').resources).toHaveLength(1);
    expect(read('Transform: AWS::Serverless-2016-10-31\nResources: {A: {Type: "AWS::Serverless::LayerVersion"}}').resources).toHaveLength(
      1,
    );
    expect(read('{"Resources": {"A": {"Type": "Custom::Thing"}}}', 'a.template.json').resources).toHaveLength(1);
  });

  it.each(['kind: ServiceAccount', '[]', '', 'Resources: {A: {Type: plain}}', 'Resources: text', 'Transform: other'])(
    'are not in: %s',
    (text) => {
      expect(read(text)).toMatchObject({ resources: [], gaps: [] });
    },
  );

  it('of one name are one resource, the last', () => {
    const { resources } = read('Resources: {A: {Type: "AWS::A::A"}, A: {Type: "AWS::B::B"}}');
    expect(resources.map((r) => r.type)).toEqual(['AWS::B::B']);
  });
});

describe('what a template does not tell', () => {
  it.each([
    ['Resources: {A: {Type: "AWS::A::A"}, B: {Properties: {}}}', 'resource B has no type'],
    [
      'Resources: {A: {Type: "AWS::A::A"}, "Fn::ForEach::Topics": [N, !Ref Names, {}]}',
      'Fn::ForEach::Topics runs over values that are not known from the template',
    ],
    [
      'Resources: {A: {Type: "AWS::A::A", Properties: !Transform {Name: Own}}}',
      'the properties of A are not known: a macro makes it at deploy time',
    ],
    ['Resources: {A: {Type: "AWS::A::A", Properties: [1]}}', 'the properties of A are not known: a list stands in their place'],
    [
      'Resources: {A: {Type: "AWS::A::A", Properties: {a: 1, "Fn::Transform": {}}}}',
      'Fn::Transform may add entries here that are not known from the template',
    ],
    ['AWSTemplateFormatVersion: "2010-09-09"\nResources: []', 'Resources is not a map'],
    ['Transform: [AWS::Serverless-2016-10-31, Own]\nResources: {}', 'the macro Own may change this template in ways that are not known'],
  ])('is a gap: %s', (text, reason) => {
    expect(read(text).gaps.map((g) => g.reason)).toEqual([reason]);
  });

  it('never shows the value of a parameter', () => {
    const { resources } = read(`Parameters: {P: {Type: String, NoEcho: true, Default: hunter2}}
Resources:
  Subject:
    Type: A::B::C
    Properties:
      Value:
        - !ImportValue {"Fn::Sub": "\${P}"}
        - !FindInMap [M, !Ref P, !Ref P]
        - !Select [!Ref P, [a]]
        - !GetAtt [X, !Ref P]
        - !Ref {Ref: P}
`);
    const unknowns = itemsOf(get(resources[0]?.body, 'Value'));
    expect(unknowns.map((n) => n.kind)).toEqual(Array(5).fill('unknown'));
    expect(unknowns.map(printed).join()).not.toContain('hunter2');
  });
});

describe('places of evaluated values', () => {
  const text = `Parameters: {Env: {Type: String, Default: production}}
Resources:
  Subject:
    Type: A::B::C
    Properties:
      Value: !Sub |
        {"Env": "\${Env}",
         "Arn": "\${AWS::AccountId}"}
      Name: !Ref Env
      Joined:
        Fn::Join:
          - ""
          - - "{\\"A\\": "
            - !Ref AWS::Region
            - ", \\"B\\": 1}"
      Parts: !Split [",", "left,right"]
`;
  const [subject] = read(text).resources;

  it('are where the value is used', () => {
    const name = get(subject?.body, 'Name');
    expect(name && text.slice(name.span.start - 11, name.span.end)).toBe('Name: !Ref Env');
  });

  it.each([
    ['Value', 'Env"', 'Env": "${Env}"'],
    ['Value', 'Arn', 'Arn'],
    ['Joined', 'A\\"', 'A\\"'],
    ['Joined', 'B\\"', 'B\\"'],
  ])('reach into the string %s: %s', (property, found, source) => {
    const node = dig(subject?.body, property);
    const { flat, place } = flattened(node);
    const offset = flat.indexOf(found.replaceAll('\\', ''));
    expect(offset).toBeGreaterThan(-1);
    expect(text.startsWith(source, place(offset))).toBe(true);
  });

  it('reach into the parts of a string that was split', () => {
    const right = itemsOf(get(subject?.body, 'Parts'))[1];
    expect(text.startsWith('right', flattened(right).place(0))).toBe(true);
  });
});

/** The flat text of a string node, in which a hole counts as one character, and where its characters stand. */
function flattened(node: Node | undefined): { flat: string; place: (offset: number) => number } {
  if (node?.kind !== 'scalar' && node?.kind !== 'template') throw new Error('a string is expected');
  const parts = node.kind === 'scalar' ? [String(node.value)] : node.parts;
  const { from, to } = node.offsets ?? { from: [0], to: [Number.NaN] };
  return {
    flat: parts.map((p) => (typeof p === 'string' ? p : '?')).join(''),
    place: (offset) => {
      const piece = from.findLastIndex((start) => start <= offset);
      return (to[piece] ?? 0) + offset - (from[piece] ?? 0);
    },
  };
}
