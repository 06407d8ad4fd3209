/** Formats that carry identities and that no reader understands yet. A change to one is a gap, so that silence is never taken for a pass. */
export const unreadFormats: readonly { readonly files: readonly string[]; readonly what: string }[] = [
  // Those that Terraform loads by itself are read; which folder the others belong to is known only where Terraform is run.
  {
    files: ['**/!(terraform|*.auto).tfvars', '**/!(terraform|*.auto).tfvars.json'],
    what: 'a variable file that Terraform does not load by itself',
  },
  { files: ['**/.gitlab-ci.yml', '**/.gitlab-ci.yaml'], what: 'GitLab CI' },
  { files: ['**/azure-pipelines*.yml', '**/azure-pipelines*.yaml'], what: 'Azure Pipelines' },
  { files: ['**/.circleci/config.yml'], what: 'CircleCI' },
  { files: ['**/bitbucket-pipelines.yml'], what: 'Bitbucket Pipelines' },
  { files: ['**/.buildkite/*.yml', '**/.buildkite/*.yaml'], what: 'Buildkite' },
  { files: ['**/Jenkinsfile', '**/*.jenkinsfile'], what: 'Jenkins' },
  { files: ['**/action.yml', '**/action.yaml'], what: 'a composite action' },
  { files: ['**/serverless.{ts,js,cjs,mjs}'], what: 'Serverless Framework in code' },
  {
    files: ['**/.mcp.json', '**/mcp.json', '**/.claude/settings*.json', '**/.codex/config.toml', '**/.gemini/settings.json'],
    what: 'agent settings',
  },
];
