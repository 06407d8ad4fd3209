import { describe, expect, it } from '@jest/globals';
import { printed } from '../printed.js';
import { read, valueIn } from './reading.js';

/** JSON is YAML, so the same sections serve both syntaxes. */
const sections = {
  Parameters: {
    Env: { Type: 'String', Default: 'dev' },
    Stage: { Type: 'String', Default: 'dev', AllowedValues: ['dev'] },
    Size: { Type: 'String', Default: 'small', AllowedValues: ['small', 'large'] },
    Open: { Type: 'String' },
    Number: { Type: 'Number', Default: 5 },
    Zones: { Type: 'CommaDelimitedList', Default: 'a, b,c' },
    Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' },
    Image: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/images/latest' },
    Password: { Type: 'String', NoEcho: true, Default: '{{resolve:secretsmanager:db:SecretString:password}}' },
  },
  Mappings: {
    Accounts: { dev: { Id: '111111111111', Users: ['ann', 'bob'] }, prod: { Id: '222222222222' } },
    Regions: { 'eu-west-1': { Elb: '156460612806', Same: 'x' }, 'us-east-1': { Elb: '127311923021', Same: 'x' } },
  },
  Conditions: {
    IsDev: { 'Fn::Equals': [{ Ref: 'Stage' }, 'dev'] },
    IsTest: { 'Fn::Equals': [{ Ref: 'Env' }, 'test'] },
    IsLarge: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] },
    IsHuge: { 'Fn::Equals': ['huge', { Ref: 'Size' }] },
    IsProd: { 'Fn::Not': [{ Condition: 'IsDev' }] },
    Both: { 'Fn::And': [{ Condition: 'IsDev' }, { Condition: 'IsProd' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsDev' }, { Condition: 'InEurope' }] },
    InEurope: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] },
    Same: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, { Ref: 'AWS::Region' }] },
    Circle: { 'Fn::Not': [{ Condition: 'Circle' }] },
  },
};

function evaluated(value: string, syntax: 'yaml' | 'json'): string {
  const head = JSON.stringify(sections).slice(1, -1);
  const others = '"Role": {"Type": "AWS::IAM::Role"}, "Secret": {"Type": "AWS::SecretsManager::Secret"}';
  const text = `{${head}, "Resources": {${others}, "Subject": {"Type": "A::B::C", "Properties": {"Value": ${value}}}}}`;
  const result = read(text, `template.${syntax}`);
  return printed(valueIn(result));
}

const rows: readonly (readonly [tagged: string, long: string, expected: string])[] = [
  // Ref
  ['!Ref Role', '{"Ref": "Role"}', '&Role'],
  ['!Ref Env', '{"Ref": "Env"}', '"dev"'],
  ['!Ref Number', '{"Ref": "Number"}', '5'],
  ['!Ref Zones', '{"Ref": "Zones"}', '["a", "b", "c"]'],
  ['!Ref Open', '{"Ref": "Open"}', '?(parameter Open has no default)'],
  ['!Ref Subnets', '{"Ref": "Subnets"}', '?(parameter Subnets has no default)'],
  ['!Ref Image', '{"Ref": "Image"}', '?(parameter Image is read from Systems Manager at deploy time)'],
  ['!Ref Password', '{"Ref": "Password"}', '"<resolve:secretsmanager>"'],
  ['!Ref AWS::AccountId', '{"Ref": "AWS::AccountId"}', '"<AWS::AccountId>"'],
  ['!Ref AWS::NoValue', '{"Ref": "AWS::NoValue"}', 'nothing'],
  ['!Ref Elsewhere', '{"Ref": "Elsewhere"}', '?(Elsewhere is not declared in this template)'],
  // Fn::GetAtt
  ['!GetAtt Role.Arn', '{"Fn::GetAtt": ["Role", "Arn"]}', '&Role.Arn'],
  ['!GetAtt [Role, Arn]', '{"Fn::GetAtt": "Role.Arn"}', '&Role.Arn'],
  ['!GetAtt [Role, Outputs.Id]', '{"Fn::GetAtt": ["Role", "Outputs.Id"]}', '&Role.Outputs.Id'],
  ['!GetAtt Elsewhere.Arn', '{"Fn::GetAtt": ["Elsewhere", "Arn"]}', '?(Elsewhere is not declared in this template)'],
  ['!GetAtt Role', '{"Fn::GetAtt": ["Role"]}', '?(Fn::GetAtt is used with arguments that it does not take)'],
  ['!GetAtt [Role, !Ref Env]', '{"Fn::GetAtt": ["Role", {"Ref": "Env"}]}', '&Role.dev'],
  // Fn::Sub
  ['!Sub "x-${Env}"', '{"Fn::Sub": "x-${Env}"}', '"x-dev"'],
  ['!Sub "${Env}-${Number}"', '{"Fn::Sub": "${Env}-${ Number }"}', '"dev-5"'],
  ['!Sub "arn:${AWS::Partition}:x"', '{"Fn::Sub": "arn:${AWS::Partition}:x"}', '"arn:<AWS::Partition>:x"'],
  ['!Sub "${Role.Arn}/x"', '{"Fn::Sub": "${Role.Arn}/x"}', '"<Role.Arn -> Role>/x"'],
  ['!Sub "${Role.Arn}"', '{"Fn::Sub": "${Role.Arn}"}', '&Role.Arn'],
  ['!Sub "${Open}-x"', '{"Fn::Sub": "${Open}-x"}', '"<Open>-x"'],
  ['!Sub "${!Env}-${Env}"', '{"Fn::Sub": "${!Env}-${Env}"}', '"${Env}-dev"'],
  ['!Sub "${A}-${Env}-${A}"', '{"Fn::Sub": ["${A}-${Env}-${A}", {}]}', '"<A>-dev-<A>"'],
  ['!Sub ["${A}-${Env}", {A: !Ref Number, Env: own}]', '{"Fn::Sub": ["${A}-${Env}", {"A": {"Ref": "Number"}, "Env": "own"}]}', '"5-own"'],
  ['!Sub "no end ${Env"', '{"Fn::Sub": "no end ${Env"}', '"no end ${Env"'],
  // Fn::Join
  ['!Join [":", [a, !Ref Env]]', '{"Fn::Join": [":", ["a", {"Ref": "Env"}]]}', '"a:dev"'],
  ['!Join ["", [!GetAtt Role.Arn]]', '{"Fn::Join": ["", [{"Fn::GetAtt": ["Role", "Arn"]}]]}', '&Role.Arn'],
  ['!Join ["-", [!Ref Role, !Ref Open]]', '{"Fn::Join": ["-", [{"Ref": "Role"}, {"Ref": "Open"}]]}', '"<Role -> Role>-<Open>"'],
  ['!Join [",", !Ref Zones]', '{"Fn::Join": [",", {"Ref": "Zones"}]}', '"a,b,c"'],
  ['!Join [",", !Ref Subnets]', '{"Fn::Join": [",", {"Ref": "Subnets"}]}', '?(parameter Subnets has no default)'],
  ['!Join [",", [a, !Ref AWS::NoValue, b]]', '{"Fn::Join": [",", ["a", {"Ref": "AWS::NoValue"}, "b"]]}', '"a,b"'],
  ['!Join ["", []]', '{"Fn::Join": ["", []]}', '""'],
  // Fn::Split, Fn::Select, Fn::Length
  ['!Split ["-", "a-b"]', '{"Fn::Split": ["-", "a-b"]}', '["a", "b"]'],
  ['!Split ["-", !Ref AWS::StackName]', '{"Fn::Split": ["-", {"Ref": "AWS::StackName"}]}', '?(it is a part of a value that is not known)'],
  ['!Select [1, [a, b]]', '{"Fn::Select": ["1", ["a", "b"]]}', '"b"'],
  ['!Select [0, !Split [":", !Sub "${Env}:x"]]', '{"Fn::Select": [0, {"Fn::Split": [":", {"Fn::Sub": "${Env}:x"}]}]}', '"dev"'],
  ['!Select [2, [a, b]]', '{"Fn::Select": [2, ["a", "b"]]}', '?(Fn::Select asks for item 2 of a list of 2)'],
  ['!Select [0, !Ref Subnets]', '{"Fn::Select": [0, {"Ref": "Subnets"}]}', '?(parameter Subnets has no default)'],
  ['!Length [a, b]', '{"Fn::Length": ["a", "b"]}', '2'],
  ['!Length [a, !If [IsTest, b, !Ref AWS::NoValue]]', '{"Fn::Length": ["a", {"Fn::If": ["IsTest", "b", {"Ref": "AWS::NoValue"}]}]}', '2'],
  ['!Split [":", !Sub "${AWS::Region}:a"]', '{"Fn::Split": [":", {"Fn::Sub": "${AWS::Region}:a"}]}', '["<AWS::Region>", "a"]'],
  [
    '!Select [1, !Split ["-", !Sub "${AWS::Region}-a"]]',
    '{"Fn::Select": [1, {"Fn::Split": ["-", {"Fn::Sub": "${AWS::Region}-a"}]}]}',
    '?(it is a part of a value that is not known)',
  ],
  // Fn::Cidr
  ['!Cidr ["10.0.7.0/16", 3]', '{"Fn::Cidr": ["10.0.7.0/16", "3"]}', '["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]'],
  ['!Cidr ["10.0.0.0/28", 2, 5]', '{"Fn::Cidr": ["10.0.0.0/28", 2, 5]}', '?(the parts of an address block that is not known)'],
  // Fn::FindInMap
  ['!FindInMap [Accounts, !Ref Env, Id]', '{"Fn::FindInMap": ["Accounts", {"Ref": "Env"}, "Id"]}', '"111111111111"'],
  ['!FindInMap [Accounts, dev, Users]', '{"Fn::FindInMap": ["Accounts", "dev", "Users"]}', '["ann", "bob"]'],
  ['!FindInMap [Accounts, x, Id]', '{"Fn::FindInMap": ["Accounts", "x", "Id"]}', '?(mapping Accounts has no value under these keys)'],
  [
    '!FindInMap [Accounts, x, Id, {DefaultValue: !Ref Env}]',
    '{"Fn::FindInMap": ["Accounts", "x", "Id", {"DefaultValue": {"Ref": "Env"}}]}',
    '"dev"',
  ],
  [
    '!FindInMap [Accounts, !Ref AWS::Region, Id]',
    '{"Fn::FindInMap": ["Accounts", {"Ref": "AWS::Region"}, "Id"]}',
    '?(the key into mapping Accounts is not known)',
  ],
  ['!FindInMap [Regions, !Ref AWS::Region, Same]', '{"Fn::FindInMap": ["Regions", {"Ref": "AWS::Region"}, "Same"]}', '"x"'],
  [
    '!Sub ["${A}", {A: !FindInMap [Regions, !Ref AWS::Region, Elb]}]',
    '{"Fn::Sub": ["${A}", {"A": {"Fn::FindInMap": ["Regions", {"Ref": "AWS::Region"}, "Elb"]}}]}',
    '?(the key into mapping Regions is not known)',
  ],
  // Fn::If
  ['!If [IsDev, a, b]', '{"Fn::If": ["IsDev", "a", "b"]}', '"a"'],
  ['!If [IsProd, a, !Ref Role]', '{"Fn::If": ["IsProd", "a", {"Ref": "Role"}]}', '&Role'],
  ['!If [Both, a, b]', '{"Fn::If": ["Both", "a", "b"]}', '"b"'],
  ['!If [Either, a, b]', '{"Fn::If": ["Either", "a", "b"]}', '"a"'],
  ['!If [Same, a, b]', '{"Fn::If": ["Same", "a", "b"]}', '"a"'],
  ['!If [InEurope, a, b]', '{"Fn::If": ["InEurope", "a", "b"]}', '?(it depends on condition InEurope)'],
  ['!If [InEurope, {k: [dev]}, {k: [!Ref Env]}]', '{"Fn::If": ["InEurope", {"k": ["dev"]}, {"k": [{"Ref": "Env"}]}]}', '{k: ["dev"]}'],
  ['!If [Circle, a, b]', '{"Fn::If": ["Circle", "a", "b"]}', '?(it depends on condition Circle)'],
  ['!If [IsDev, !Ref AWS::NoValue, b]', '{"Fn::If": ["IsDev", {"Ref": "AWS::NoValue"}, "b"]}', 'nothing'],
  ['[a, !If [IsDev, !Ref AWS::NoValue, b]]', '["a", {"Fn::If": ["IsDev", {"Ref": "AWS::NoValue"}, "b"]}]', '["a"]'],
  // Fn::If whose condition may hold: lists and maps hold both branches
  ['!If [IsTest, a, b]', '{"Fn::If": ["IsTest", "a", "b"]}', '?(it depends on condition IsTest)'],
  ['!If [IsLarge, a, b]', '{"Fn::If": ["IsLarge", "a", "b"]}', '?(it depends on condition IsLarge)'],
  ['!If [IsHuge, a, b]', '{"Fn::If": ["IsHuge", "a", "b"]}', '"b"'],
  ['!If [Gone, a, b]', '{"Fn::If": ["Gone", "a", "b"]}', '?(it depends on condition Gone)'],
  ['[a, !If [IsTest, b, c]]', '["a", {"Fn::If": ["IsTest", "b", "c"]}]', '["a", "b", "c"]'],
  ['[a, !If [IsTest, b, !Ref AWS::NoValue]]', '["a", {"Fn::If": ["IsTest", "b", {"Ref": "AWS::NoValue"}]}]', '["a", "b"]'],
  ['[!If [IsTest, a, !If [IsLarge, b, a]]]', '[{"Fn::If": ["IsTest", "a", {"Fn::If": ["IsLarge", "b", "a"]}]}]', '["a", "b"]'],
  ['!If [IsTest, [a, b], [b, c]]', '{"Fn::If": ["IsTest", ["a", "b"], ["b", "c"]]}', '["a", "b", "c"]'],
  ['!If [IsTest, [a], b]', '{"Fn::If": ["IsTest", ["a"], "b"]}', '["a", "b"]'],
  ['!If [IsTest, {k: a}, !Ref AWS::NoValue]', '{"Fn::If": ["IsTest", {"k": "a"}, {"Ref": "AWS::NoValue"}]}', '{k: "a"}'],
  [
    '!If [IsTest, !Ref Role, !Ref AWS::NoValue]',
    '{"Fn::If": ["IsTest", {"Ref": "Role"}, {"Ref": "AWS::NoValue"}]}',
    '?(it depends on condition IsTest)',
  ],
  [
    '!If [IsTest, {v: 1, s: [a], k: x}, {v: 1, s: [b], k: y, z: 2}]',
    '{"Fn::If": ["IsTest", {"v": 1, "s": ["a"], "k": "x"}, {"v": 1, "s": ["b"], "k": "y", "z": 2}]}',
    '{v: 1, s: ["a", "b"], k: ?(it depends on condition IsTest), z: 2}',
  ],
  ['!Join [",", [a, !If [IsTest, b, c]]]', '{"Fn::Join": [",", ["a", {"Fn::If": ["IsTest", "b", "c"]}]]}', '"a,<IsTest>"'],
  ['!Select [0, !If [IsTest, [a], [b]]]', '{"Fn::Select": [0, {"Fn::If": ["IsTest", ["a"], ["b"]]}]}', '?(it depends on condition IsTest)'],
  // the same in another coat
  ['!Base64 text', '{"Fn::Base64": "text"}', '"text"'],
  ['!ToJsonString {a: !Ref Env}', '{"Fn::ToJsonString": {"a": {"Ref": "Env"}}}', '{a: "dev"}'],
  // not in the template
  ['!ImportValue net-Role', '{"Fn::ImportValue": "net-Role"}', '?(it is exported by another stack: net-Role)'],
  ['!ImportValue {"Fn::Sub": "${Env}-x"}', '{"Fn::ImportValue": {"Fn::Sub": "${Env}-x"}}', '?(it is exported by another stack)'],
  ['!Join ["", [!ImportValue a, b]]', '{"Fn::Join": ["", [{"Fn::ImportValue": "a"}, "b"]]}', '"<Fn::ImportValue>b"'],
  ['!GetAZs ""', '{"Fn::GetAZs": ""}', '?(the availability zones depend on region and account)'],
  ['!Transform {Name: Own}', '{"Fn::Transform": {"Name": "Own"}}', '?(a macro makes it at deploy time)'],
  ['!Cidr [a, 1, 2]', '{"Fn::Cidr": ["a", 1, 2]}', '?(the parts of an address block that is not known)'],
  // dynamic references
  ['"{{resolve:ssm-secure:a:1}}"', '"{{resolve:ssm-secure:b}}"', '"<resolve:ssm-secure>"'],
  [
    '!Sub "u:{{resolve:secretsmanager:${Secret}:SecretString}}@h"',
    '{"Fn::Join": ["", ["u:{{resolve:secretsmanager:", {"Ref": "Secret"}, ":SecretString}}@h"]]}',
    '"u:<resolve:secretsmanager -> Secret>@h"',
  ],
  ['"{{resolve:no end"', '"{{resolve:no end"', '"{{resolve:no end"'],
];

describe('intrinsic functions', () => {
  it.each(rows)('%s', (tagged, long, expected) => {
    expect([evaluated(tagged, 'yaml'), evaluated(long, 'yaml'), evaluated(long, 'json')]).toEqual([expected, expected, expected]);
  });
});
