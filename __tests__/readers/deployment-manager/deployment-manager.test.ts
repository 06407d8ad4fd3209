import { describe, expect, it } from '@jest/globals';
import { deploymentManager } from '../../../src/readers/deployment-manager/index.js';
import { propertyOf, readYaml, reasonsOf } from '../reading.js';

const read = (text: string) => readYaml(deploymentManager, { 'deploy.yaml': text });

describe('Deployment Manager', () => {
  it('reads resources, and their access control as a thing of its own', () => {
    const { resources } = read(`
resources:
- name: bot # owner: team-a
  type: iam.v1.serviceAccount
  properties: {accountId: bot}
- name: bucket
  type: gcp-types/storage-v1:buckets
  accessControl:
    gcpIamPolicy: {bindings: [{role: roles/storage.admin, members: [allUsers]}]}
`);
    expect(resources.map((r) => [r.type, r.label, r.address])).toEqual([
      ['iam.v1.serviceAccount', 'bot', 'deploy.yaml#bot'],
      ['gcp-types/storage-v1:buckets', 'bucket', 'deploy.yaml#bucket'],
      ['accessControl', 'bucket.accessControl', 'deploy.yaml#bucket.accessControl'],
    ]);
    expect(resources[0]?.comments.map((c) => c.text)).toEqual(['owner: team-a']);
  });

  it('follows references', () => {
    const result = read(`
resources:
- {name: bot, type: iam.v1.serviceAccount, properties: {accountId: bot}}
- {name: key, type: iam.v1.serviceAccounts.key, properties: {parent: $(ref.bot.name), id: $(ref.bot.accountId), text: 'of $(ref.bot.email)', email: $(ref.bot.email)}}
`);
    expect(propertyOf(result, 'key', 'properties', 'parent')).toBe('&bot.name = "bot"');
    expect(propertyOf(result, 'key', 'properties', 'id')).toBe('&bot.accountId = "bot"');
    expect(propertyOf(result, 'key', 'properties', 'text')).toBe('"of <bot.email -> bot>"');
    expect(propertyOf(result, 'key', 'properties', 'email')).toBe('&bot.email');
  });

  it('says that templates are not run', () => {
    expect(reasonsOf(read('imports: [{path: vm.jinja}]\nresources: [{name: vm, type: vm.jinja}]\n'))).toEqual([
      'vm is made by the template vm.jinja, which is not run: what it declares is not reviewed',
    ]);
    expect(reasonsOf(read('resources: [{name: vm, type: compute.v1.instance}, {type: x}]\n'))).toEqual([
      'a resource of this configuration has no name or no type',
    ]);
  });

  it('takes nothing from other YAML', () => {
    expect(read('apiVersion: kustomize.config.k8s.io/v1beta1\nresources: [{name: a, type: b.v1.c}]\n').resources).toEqual([]);
    expect(read('resources:\n- deploy.yaml\n').resources).toEqual([]);
    expect(read('resources:\n- {name: a, type: Secret}\n').resources).toEqual([]);
  });
});
