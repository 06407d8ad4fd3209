/** Workflows, what other readers read, and the user's own files, with secrets where secrets stand in real ones. */
import { base64, type Canaries, indented, type Planted } from './leak-canaries.js';

export const workflows = (c: Canaries): Planted => ({
  '.github/workflows/deploy.yml': `
name: deploy
on: push
permissions: {contents: read, id-token: write}
env:
  NPM_TOKEN: ${c.token('workflow variable')}
  FALLBACK: \${{ secrets.TOKEN || '${c.token('fallback in an expression')}' }}
jobs:
  deploy:
    runs-on: ubuntu-latest
    if: github.actor != '${c.password('text in a condition')}'
    environment: \${{ inputs.stage || '${c.password('text in an environment name')}' }}
    env:
      DB_PASSWORD: "${c.password('job variable')}"
      SIGNING_KEY: |
        ${indented(c.privateKey('job variable with a key'), 8)}
    container:
      image: app
      credentials: {username: robot, password: "${c.password('container login')}"}
      env: {API_TOKEN: "${c.password('container variable of a job')}"}
    services:
      db:
        image: db
        credentials: {username: robot, password: "${c.password('service login')}"}
        env: {POSTGRES_PASSWORD: "${c.password('service variable')}"}
    strategy: {matrix: {token: ["${c.password('matrix')}"]}}
    steps:
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          aws-region: eu-central-1
          aws-access-key-id: ${c.accessKeyId('action input id')}
          aws-secret-access-key: ${c.secretAccessKey('action input secret')}
      - uses: aws-actions/configure-aws-credentials@v4
        with:
          role-to-assume: arn:aws:iam::111122223333:role/\${{ inputs.role || 'deploy' }}
          role-external-id: ${c.password('external id of an action')}
          aws-access-key-id: \${{ secrets.ID || '${c.accessKeyId('fallback id')}' }}
          aws-secret-access-key: \${{ secrets.KEY || '${c.secretAccessKey('fallback secret')}' }}
      - uses: docker/login-action@v3
        with: {username: robot, password: "${c.password('login action')}"}
      - uses: google-github-actions/auth@v2
        with:
          credentials_json: '{"private_key":"${c.privateKey('service account key').replaceAll('\n', '\\n')}"}'
      - uses: azure/login@v2
        with: {creds: '{"clientId":"x","clientSecret":"${c.password('azure login')}"}'}
      - name: Push with ${c.token('name of a step')}
        run: |
          curl -H "Authorization: Bearer ${c.password('header in a script')}" https://api.example
          echo ${c.token('script')} | docker login -u robot --password-stdin
          export AWS_SECRET_ACCESS_KEY=${c.secretAccessKey('variable in a script')}
        env:
          STEP_SECRET: "${c.password('step variable')}"
          MIXED_SECRET: "\${{ github.sha }}${c.password('beside an expression')}"
  called:
    uses: ./.github/workflows/other.yml
    with: {token: "${c.password('input of a called workflow')}"}
    secrets: {token: "${c.password('secret of a called workflow')}"}
`,
});

/** Formats that are read by other readers, or not yet. */
export const others = (c: Canaries): Planted => ({
  'pulumi/Pulumi.yaml': `
name: shop
runtime: yaml
config: {token: {default: "${c.password('pulumi config')}"}}
variables: {key: "${c.password('pulumi variable')}"}
resources:
  bot:
    type: aws:iam:User
    properties: {name: pulumi-bot, tags: {token: "${c.password('pulumi tag')}"}}
  worker:
    type: aws:lambda:Function
    properties:
      name: pulumi-worker
      role: job
      environment: {variables: {DB_PASSWORD: "${c.password('pulumi variable of a function')}", API_TOKEN: "\${key}", MIXED_SECRET: "\${stage}-${c.password('pulumi text with a hole')}"}}
outputs: {token: "${c.password('pulumi output')}"}
`,
  'playbook.yml': `
- hosts: all
  vars: {db_password: "${c.password('ansible variable')}"}
  tasks:
    - amazon.aws.iam_user: {name: ansible-bot, state: present, password: "${c.password('ansible password')}"}
      environment: {AWS_SECRET_ACCESS_KEY: "${c.secretAccessKey('ansible environment')}"}
    - amazon.aws.iam_role: {name: "{{ role | default('${c.token('default in ansible')}') }}", assume_role_policy_document: "{{ lookup('file', 'trust.json') }}"}
    - shell: curl -u admin:${c.password('ansible command')} https://db.example
`,
  'main.bicep': `
param password string = '${c.password('bicep parameter')}'
resource site 'Microsoft.Web/sites@2022-09-01' = {
  name: 'site'
  identity: { type: 'SystemAssigned' }
  properties: { siteConfig: { appSettings: [{ name: 'TOKEN', value: '${c.password('bicep setting')}' }] } }
}
`,
  'azuredeploy.json': JSON.stringify({
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    parameters: { password: { type: 'securestring', defaultValue: c.password('arm parameter') } },
    resources: [
      {
        type: 'Microsoft.Web/sites',
        name: 'site',
        properties: { siteConfig: { appSettings: [{ name: 'TOKEN', value: c.password('arm setting') }] } },
      },
    ],
  }),
  '.gitlab-ci.yml': `
variables: {DEPLOY_TOKEN: "${c.password('gitlab variable')}"}
deploy: {script: ["curl -H 'PRIVATE-TOKEN: ${c.password('gitlab script')}' https://gitlab.example"]}
`,
  '.mcp.json': JSON.stringify({
    mcpServers: {
      shop: { command: 'npx', args: ['--token', c.password('agent argument')], env: { API_KEY: c.password('agent variable') } },
    },
  }),
  '.env': `API_KEY=${c.password('dotenv')}\n`,
  id_rsa: c.privateKey('key file'),
  'kubeconfig.yaml': `
apiVersion: v1
kind: Config
users: [{name: robot, user: {token: "${c.password('kubeconfig token')}", client-key-data: ${base64(c.privateKey('kubeconfig key'))}}}]
`,
});

/** The user's own files; what a person writes to be shown (owner, purpose, reason) holds none. */
export const own = (c: Canaries): Planted => ({
  '.github/identities.yml': `
# ${c.password('comment of the registry')}
identities:
  - identity: aws:user:bot
    owner: team-a
    purpose: ships the shop
`,
  '.github/identity-review.yml': `# ${c.password('comment of the config')}\npreset: strict\n`,
  '.github/identity-waivers.yml': `# ${c.password('comment of the waivers')}\n[]\n`,
});

/** Wrong files of the user's, each of which ends the run with a message. */
export const wrong = (c: Canaries): readonly Planted[] => [
  { '.github/identities.yml': `identities:\n  - identity: a\n    password: ${c.password('unknown field of the registry')}\n` },
  { '.github/identities.yml': `identities:\n  - identity: a\n    owner: [${c.password('wrong type in the registry')}]\n` },
  { '.github/identities.yml': `identities:\n  - "identity: ${c.password('broken registry')}\n` },
  { '.github/identities.yml': `token: ${c.password('registry of something else')}\n` },
  { '.github/identity-review.yml': `token: ${c.password('unknown key of the config')}\n` },
  { '.github/identity-review.yml': `rules: "${c.password('wrong type in the config')}\n` },
  { '.github/identity-review.yml': `rules: [${c.password('list for a map in the config')}]\n` },
  { '.github/identity-review.yml': `rules: *${c.token('alias in the config')}\n` },
  { '.github/identity-waivers.yml': `- {rule: owner-missing, token: ${c.password('unknown field of a waiver')}}\n` },
  { '.github/identity-waivers.yml': `- ${c.password('text for a waiver')}\n` },
  { 'rules/own.yml': `rules:\n  - {id: a-rule, token: ${c.password('unknown field of a rule')}}\n` },
  { 'rules/own.yml': `rules: [${c.password('text for a rule')}]\n` },
];
