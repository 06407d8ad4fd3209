/** Conditions of Google's pools and of Entra's flexible credentials → whom they let in. */

import { describe, expect, it } from '@jest/globals';
import { interpret, meaningsOf } from '../../src/inventory/interpret.js';
import { makeVault } from '../../src/model/redact.js';
import { filePath } from '../../src/model/span.js';
import { providers } from '../../src/providers/index.js';
import { terraform } from '../../src/readers/terraform/index.js';
import { hcl } from '../../src/syntax/hcl/index.js';
import { stopwatch } from '../house/stopwatch.js';

function admitted(text: string): readonly string[] {
  const source = { path: filePath('infra/main.tf'), side: 'head', text } as const;
  const read = terraform.read({ scope: 'infra', files: [{ source, tree: hcl.parse(source) }], open: () => undefined });
  const { facts } = interpret(
    read.resources,
    providers,
    meaningsOf(providers),
    makeVault((value) => String(value.length)),
  );
  return facts.flatMap((f) =>
    f.fact === 'trust' ? (f.trust.admits ?? []).map((a) => (a.width === a.atMost ? a.width : `${a.width}..${a.atMost}`)) : [],
  );
}

const pool = (condition: string, mapping = ''): readonly string[] =>
  admitted(`
    resource "google_iam_workload_identity_pool_provider" "ci" {
      workload_identity_pool_provider_id = "ci"
      attribute_mapping = { "google.subject" = "assertion.sub", "attribute.repository" = "assertion.repository"${mapping} }
      ${condition}
      oidc { issuer_uri = "https://token.actions.githubusercontent.com" }
    }`);
const when = (cel: string): readonly string[] => pool(`attribute_condition = ${JSON.stringify(cel)}`);

describe('a provider of a pool', () => {
  it('without a condition takes the tokens of everybody', () => {
    expect(pool('')).toEqual(['anyone']);
    expect(when('')).toEqual(['anyone']);
  });

  it.each([
    ["assertion.repository_owner_id == '12' && assertion.repository_id == '34'", ['project']],
    ['assertion.repository == "acme/shop" && assertion.ref == "refs/heads/main"', ['exact']],
    ["'acme/shop' == assertion.repository", ['project']],
    ["attribute.repository == 'acme/shop'", ['project']],
    ["assertion['repository_owner'] == 'acme'", ['owner']],
    ["google.subject == 'repo:acme/shop:environment:production'", ['exact']],
    ["assertion.repository in ['acme/shop', 'acme/blog']", ['project', 'project']],
    ["assertion.repository.startsWith('acme/')", ['owner']],
    ["assertion.repository.startsWith('acme')", ['owners-alike']],
    ["assertion.sub.startsWith('repo:acme/shop:ref:refs/heads/release/')", ['some-refs']],
    ["assertion.repository == 'acme/shop' || assertion.repository == 'acme/blog'", ['project', 'project']],
    [
      "(assertion.repository == 'acme/shop' || assertion.repository == 'acme/blog') && assertion.ref == 'refs/heads/main'",
      ['exact', 'exact'],
    ],
    ["assertion.actor == 'octocat'", ['anyone']],
    ["assertion.repository != 'acme/evil'", ['anyone']],
    ["!(assertion.repository == 'acme/evil')", ['anyone']],
    // What is not understood is not known, and never a pass.
    ["assertion.repository.matches('^acme/.*$')", ['exact..anyone']],
    ['size(assertion.repository) > 3', ['exact..anyone']],
    ["assertion.repository == 'acme/shop' && size(assertion.ref) > 3", ['exact..project']],
    ["attribute.unmapped == 'x'", ['exact..anyone']],
    ['assertion.repository == ', ['exact..anyone']],
    ["((((((((((((((((((assertion.ref == 'x'))))))))))))))))))", ['exact..anyone']],
  ])('%s', (cel, widths) => {
    expect(when(cel)).toEqual(widths);
  });

  it('with a condition that the files do not tell', () => {
    expect(pool('attribute_condition = var.condition')).toEqual(['exact..anyone']);
    expect(pool(`attribute_condition = "assertion.repository == '\${var.repository}'"`)).toEqual(['project']);
  });

  it('is read in bounded time', () => {
    const spent = stopwatch();
    for (const cel of [
      "'\\\\".repeat(5_000),
      "(a=='b'||".repeat(1_000),
      "assertion.ref=='a'||assertion.ref=='b'&&".repeat(250),
      'x'.repeat(1_000_000),
    ])
      when(cel);
    expect(spent()).toBeLessThan(5_000);
  });
});

describe('a federated credential of Entra ID', () => {
  const credential = (lines: string, type = 'azuread_application_flexible_federated_identity_credential'): readonly string[] =>
    admitted(`resource "${type}" "ci" {
      display_name = "ci"
      issuer       = "https://token.actions.githubusercontent.com"
      ${lines}
    }`);

  it.each([
    ["claims['sub'] matches 'repo:acme/shop:ref:refs/heads/*'", ['refs']],
    ["claims['sub'] matches 'repo:acme/*'", ['owner']],
    [
      "claims['sub'] matches 'repo:acme/*' and claims['job_workflow_ref'] matches 'acme/ci/.github/workflows/a.yml@refs/heads/*'",
      ['workflow'],
    ],
    ["claims['sub'] eq 'repo:acme/shop:environment:production'", ['exact']],
  ])('%s', (expression, widths) => {
    expect(credential(`claims_matching_expression = ${JSON.stringify(expression)}`)).toEqual(widths);
  });

  it('with a subject takes that one alone', () => {
    for (const type of ['azuread_application_federated_identity_credential', 'azurerm_federated_identity_credential']) {
      expect(credential('subject = "repo:acme/shop:pull_request"', type)).toEqual(['pull-requests']);
      expect(credential('subject = "repo:acme/shop:ref:refs/heads/*"', type)).toEqual(['exact']);
    }
  });
});
