import { describe, expect, it } from '@jest/globals';
import { printed } from '../printed.js';
import { madeBy, read, readAll } from './reading.js';

const child = `Parameters:
  Name: {Type: String}
  Actions: {Type: CommaDelimitedList, Default: "s3:*"}
  Admin: {Type: String, Default: "no"}
Conditions: {IsAdmin: !Equals [!Ref Admin, "yes"]}
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties: {RoleName: !Ref Name, Actions: !Ref Actions}
  Power: {Type: AWS::IAM::Policy, Condition: IsAdmin}
Outputs:
  Arn: {Value: !GetAtt Role.Arn}
`;
const parent = (parameters: string, rest = ''): string => `Parameters: {Env: {Type: String, Default: dev}}
Resources:
  Iam: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: iam/role.yaml, Parameters: ${parameters}}}
  Function: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Iam.Outputs.Arn}}
${rest}`;

describe('nested stacks', () => {
  it('are made with their parameters; their resources stand under their id', () => {
    const { resources, gaps } = readAll(
      { 'app/main.yaml': parent('{Name: !Sub "ci-${Env}", Actions: "a:b,c:d", Admin: "no"}') },
      { 'app/iam/role.yaml': child },
    );
    expect(gaps).toEqual([]);
    expect(madeBy({ resources }).map((r) => `${r.address} ${r.label} ${r.span.source.path}`)).toEqual([
      'app/main.yaml#Iam Iam app/main.yaml',
      'app/main.yaml#Iam/Role Iam/Role app/iam/role.yaml',
      'app/main.yaml#Function Function app/main.yaml',
    ]);
    expect(printed(resources[1]?.body)).toBe('{RoleName: "ci-dev", Actions: ["a:b", "c:d"]}');
    const role = resources[2]?.body.entries[0]?.value;
    expect(role?.kind === 'reference' && printed(role.value)).toBe('&Iam/Role.Arn');
  });

  it('keep open what is open outside', () => {
    const resources = madeBy(readAll({ 'app/main.yaml': parent('{Name: !Ref Gone, Admin: !Ref Env}') }, { 'app/iam/role.yaml': child }));
    expect(resources.map((r) => r.label)).toEqual(['Iam', 'Iam/Role', 'Iam/Power', 'Function']);
    expect(printed(resources[1]?.body)).toBe('{RoleName: ?(Gone is not declared in this template), Actions: ["s3:*"]}');
  });

  it('say which files they are made of', () => {
    const { wholes } = readAll({ 'role.yaml': child, 'main.yaml': parent('{Name: ci}').replace('iam/role', 'role') });
    expect(wholes).toEqual([{ of: 'main.yaml', parts: ['role.yaml'] }]);
  });

  it('may hang on one another, but not on themselves', () => {
    const stack = (id: string, name: string): string =>
      `  ${id}: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: role.yaml, Parameters: {Name: ${name}}}}\n`;
    const text = `Resources:\n${stack('A', '!GetAtt B.Outputs.Arn')}${stack('B', 'b')}${stack('C', '!GetAtt C.Outputs.Arn')}`;
    const { resources } = readAll({ 'main.yaml': text }, { 'role.yaml': child });
    const bodies = resources.filter((r) => r.type === 'AWS::IAM::Role').map((r) => `${r.label} ${printed(r.body)}`);
    expect(bodies).toEqual([
      'A/Role {RoleName: &B.Outputs.Arn, Actions: ["s3:*"]}',
      'B/Role {RoleName: "b", Actions: ["s3:*"]}',
      'C/Role {RoleName: &C.Outputs.Arn, Actions: ["s3:*"]}',
    ]);
  });

  it('of the Cloud Development Kit name their template in their metadata', () => {
    const text = JSON.stringify({
      Resources: {
        Nested1: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { TemplateURL: { 'Fn::Join': ['', ['https://s3.', { Ref: 'AWS::URLSuffix' }, '/x']] }, Parameters: { Name: 'ci' } },
          Metadata: {
            'aws:cdk:path': 'App/Iam.NestedStack/Iam',
            'aws:asset:path': 'iam.nested.template.json',
            'aws:asset:property': 'TemplateURL',
          },
        },
      },
    });
    const nested = JSON.stringify({
      Parameters: { Name: { Type: 'String' } },
      Resources: {
        Ci1A2B: { Type: 'AWS::IAM::Role', Properties: { RoleName: { Ref: 'Name' } }, Metadata: { 'aws:cdk:path': 'App/Iam/Ci/Resource' } },
      },
    });
    const { resources } = readAll({ 'cdk.out/App.template.json': text }, { 'cdk.out/iam.nested.template.json': nested });
    expect(resources.map((r) => `${r.address} ${r.label} ${printed(r.body)}`)[1]).toBe(
      'cdk.out/App.template.json#Nested1/Ci1A2B Nested1/App/Iam/Ci {RoleName: "ci"}',
    );
  });
});

describe('stack sets', () => {
  const text = `Resources:
  Guard:
    Type: AWS::CloudFormation::StackSet
    Properties:
      StackSetName: guard
      Parameters: [{ParameterKey: Name, ParameterValue: audit}]
      TemplateBody: |
        Parameters: {Name: {Type: String}}
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties: {RoleName: !Ref Name}
`;

  it('hold the resources of the template that is written into them', () => {
    const { resources, gaps } = read(text, 'a.yaml');
    expect(gaps).toEqual([]);
    expect(resources.map((r) => r.address)).toEqual(['a.yaml#Guard', 'a.yaml#Guard/Role']);
    const role = resources[1];
    expect(printed(role?.body)).toBe('{RoleName: "audit"}');
    expect(role && text.slice(role.span.start, role.span.end)).toMatch(/^Role:\n[\s\S]*Name\}$/);
  });

  it('tell when it is not known', () => {
    const reason = 'the resources of stack A are not known: its template could not be read';
    for (const body of ['!Sub "x"', '"plain text"', '[]', '{Ref: X}'])
      expect(
        read(`Resources: {A: {Type: AWS::CloudFormation::StackSet, Properties: {TemplateBody: ${body}}}}`).gaps.map((g) => g.reason),
      ).toEqual([reason]);
  });
});

describe('resources of synthesised templates', () => {
  it('are labelled by their path in the construct tree', () => {
    const role = (path: string): object => ({ Type: 'AWS::IAM::Role', Metadata: { 'aws:cdk:path': path } });
    const text = JSON.stringify({ Resources: { CiA1: role('App/Ci/Resource'), CiB2: role('App/Ci'), Plain: { Type: 'AWS::IAM::Role' } } });
    expect(read(text, 'cdk.out/App.template.json').resources.map((r) => r.label)).toEqual(['App/Ci', 'CiB2', 'Plain']);
  });

  it.each(['cdk.out/manifest.json', 'cdk.out/tree.json', 'cdk.out/App.assets.json'])('are not in %s', (path) => {
    const text = JSON.stringify({
      version: '48.0.0',
      artifacts: { App: { type: 'aws:cloudformation:stack' } },
      tree: { id: 'App', children: {} },
      files: {},
    });
    expect(read(text, path)).toMatchObject({ resources: [], gaps: [] });
  });
});

describe('conditions of resources', () => {
  it('leave out what can never be made and nothing else', () => {
    const resources = madeBy(
      read(`Parameters: {Env: {Type: String, Default: dev}, Fixed: {Type: String, Default: a, AllowedValues: [a]}}
Conditions: {Never: !Equals [!Ref Fixed, b], Maybe: !Equals [!Ref Env, prod], Always: !Not [!Condition Never]}
Resources:
  A: {Type: AWS::IAM::Role, Condition: Never}
  B: {Type: AWS::IAM::Role, Condition: Maybe}
  C: {Type: AWS::IAM::Role, Condition: Always}
  D: {Type: AWS::IAM::Role, Condition: Gone}
`),
    );
    expect(resources.map((r) => r.label)).toEqual(['B', 'C', 'D']);
  });
});
