/** Templates, objects and policies with secrets where secrets stand in real ones. */
import { base64, type Canaries, indented, type Planted } from './leak-canaries.js';

export const cloudformation = (c: Canaries): Planted => ({
  'stack/template.yaml': `
AWSTemplateFormatVersion: "2010-09-09"
Description: Signs in with ${c.token('stack description')}
Parameters:
  Password: {Type: String, NoEcho: true, Default: "${c.password('parameter default')}"}
  Plain: {Type: String, Default: "${c.password('plain parameter default')}"}
  Stage: {Type: String}
Mappings:
  Keys: {prod: {key: "${c.password('mapping')}"}}
Conditions:
  IsKnown: !Equals [!Ref Stage, "${c.password('condition')}"]
Metadata:
  note: "${c.password('metadata')}"
Resources:
  Bot:
    Type: AWS::IAM::User
    Properties:
      UserName: bot
      LoginProfile: {Password: "${c.password('login profile')}"}
      Tags: [{Key: token, Value: "${c.password('stack tag')}"}]
  Secret:
    Type: AWS::SecretsManager::Secret
    Properties:
      Name: db
      SecretString: !Sub '{"user":"app","password":"${c.password('secret string of a stack')}"}'
  Worker:
    Type: AWS::Lambda::Function
    Properties:
      FunctionName: worker
      Role: !GetAtt Job.Arn
      Environment:
        Variables:
          DB_PASSWORD: "${c.password('stack variable')}"
          FROM_PARAMETER: !Ref Password
          API_TOKEN: !Ref Plain
          MAPPED_KEY: !FindInMap [Keys, prod, key]
          SOME_KEY: !FindInMap [Keys, !Ref Stage, key]
          MIXED_SECRET: !Sub "\${Stage}-${c.password('stack variable with a hole')}"
          JOINED_SECRET: !Join ["", [!Ref Stage, "${c.password('joined stack variable')}"]]
          CHOSEN_SECRET: !If [IsKnown, "${c.password('branch of a stack condition')}", !Ref Stage]
          ENCODED: {"Fn::Base64": "${c.password('encoded by the stack')}"}
  Job:
    Type: AWS::IAM::Role
    Properties:
      RoleName: job
      Description: "${c.token('role description')}"
      AssumeRolePolicyDocument:
        Statement:
          - Effect: Allow
            Action: sts:AssumeRole
            Principal: {AWS: "111122223333"}
            Condition: {StringEquals: {"sts:ExternalId": !Ref Password}}
  Web:
    Type: AWS::EC2::Instance
    Properties:
      IamInstanceProfile: web
      UserData:
        Fn::Base64: !Sub |
          #!/bin/sh
          export AWS_SECRET_ACCESS_KEY=${c.secretAccessKey('stack user data')}
          mysql --password=${c.password('command of stack user data')} \${Stage}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {MasterUserPassword: "${c.password('stack database')}"}
Outputs:
  Token: {Value: "${c.password('stack output')}"}
`,
  'stack/template.json': JSON.stringify(
    {
      Resources: {
        Bot: { Type: 'AWS::IAM::User', Properties: { UserName: 'bot2', LoginProfile: { Password: c.password('login profile in JSON') } } },
        Odd: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'odd', AssumeRolePolicyDocument: c.password('a document that is none') } },
      },
    },
    null,
    2,
  ),
  'policy.json': JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 's3:*',
        Resource: '*',
        Condition: {
          StringEquals: { 'aws:Referer': c.password('condition of a policy file'), 's3:ExistingObjectTag/token': c.token('tag condition') },
        },
      },
    ],
  }),
});

export const kubernetes = (c: Canaries): Planted => ({
  'cluster/all.yaml': `
apiVersion: v1
kind: Secret
metadata:
  name: app
  annotations:
    kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"password":"${c.password('last applied configuration')}"}}'
stringData:
  password: "${c.password('string data')}"
  oddly-named: "${c.password('string data under a plain name')}"
data:
  token: ${base64(c.password('data'))}
  tls.key: ${base64(c.privateKey('data with a key'))}
  broken: "%%%${base64(c.password('data that is no base64'))}"
---
apiVersion: v1
kind: Secret
metadata: {name: registry}
type: kubernetes.io/dockerconfigjson
data:
  .dockerconfigjson: ${base64(JSON.stringify({ auths: { 'ghcr.io': { auth: base64(`robot:${c.token('registry login')}`) } } }))}
---
apiVersion: v1
kind: Secret
metadata: {name: robot-token, annotations: {kubernetes.io/service-account.name: robot}}
type: kubernetes.io/service-account-token
data: {token: ${base64(c.password('service account token'))}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: app}
data:
  password: "${c.password('config map')}"
  config.ini: |
    [db]
    password = ${c.password('file in a config map')}
    url = https://user:${c.password('URL in a config map')}@db.example
  id_rsa: |
    ${indented(c.privateKey('key in a config map'), 4)}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: robot
  labels: {token: ${c.token('label')}}
  annotations: {note: "${c.password('annotation')}"}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: app}
spec:
  template:
    spec:
      serviceAccountName: robot
      containers:
        - name: app
          image: app
          args: ["--token=${c.password('argument')}"]
          command: [sh, -c, "export API_KEY=${c.password('command')}; run"]
          env:
            - {name: DB_PASSWORD, value: "${c.password('container variable')}"}
            - {name: PLAIN, value: "${c.token('token under a plain name')}"}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader, annotations: {note: "${c.password('annotation of a role')}"}}
rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
`,
  'cluster/template.yaml': `
apiVersion: v1
kind: Secret
metadata: {name: "{{ .Release.Name }}-app"}
stringData:
  password: {{ .Values.password | default "${c.password('default in a chart')}" | quote }}
  token: "{{ .Values.prefix }}${c.password('beside an expression of a chart')}"
  key: ${c.password('value in a chart')}
`,
});
