import { describe, expect, it } from '@jest/globals';
import { kubernetes } from '../../../src/access/levels/kubernetes.js';
import { condition, handles, rule, set, t } from '../make.js';

const inNamespace = { scope: t('namespace/shop') };
const named = { conditions: [condition('resourceNames', 'resourceNames', 'one')] };
const rbac = 'rbac.authorization.k8s.io';

describe('level of rules', () => {
  it.each<[string | string[], string, string]>([
    ['*', '*', 'admin'],
    ['*', '*/*', 'admin'],
    ['get', '*', 'escalates'],
    ['list', '*', 'reads-secrets'],
    ['*', 'core/configmaps', 'writes'],
    [['get', 'list', 'watch'], 'core/configmaps', 'reads'],
    [['list', 'watch'], 'core/configmaps', 'lists'],
    ['delete', 'core/configmaps', 'writes'],
    ['use', 'policy/podsecuritypolicies', 'writes'],
    ['get', 'core/secrets', 'reads-secrets'],
    ['list', 'core/*', 'reads-secrets'],
    ['watch', '*/secrets', 'reads-secrets'],
    ['create', 'core/pods', 'writes-infrastructure'],
    ['patch', 'apps/*', 'writes-infrastructure'],
    ['create', 'core/pods/exec', 'writes-infrastructure'],
    ['get', 'core/pods/exec', 'writes-infrastructure'],
    ['get', 'core/pods/log', 'reads'],
    ['create', 'core/serviceaccounts/token', 'escalates'],
    ['create', 'core/serviceaccounts', 'writes'],
    ['impersonate', 'core/users', 'escalates'],
    ['bind', `${rbac}/clusterroles`, 'escalates'],
    ['create', `${rbac}/rolebindings`, 'escalates'],
    ['update', `${rbac}/roles`, 'manages-permissions'],
    ['get', `${rbac}/roles`, 'reads'],
    ['get', 'core/nodes/proxy', 'escalates'],
    ['get', 'url:/metrics', 'reads'],
    ['<.Values.verb>', 'core/pods', 'unknown'],
    [['get', '<.Values.verb>'], 'core/configmaps', 'unknown'],
    ['get', '<.Values.resource>', 'unknown'],
    [['*', '<.Values.verb>'], '*', 'admin'],
  ])('%j on %s: %s', (verbs, resource, expected) => {
    expect(kubernetes.level(rule(verbs, resource))).toBe(expected);
  });

  it('in one namespace, and on named objects', () => {
    expect(kubernetes.level(rule('*', '*', inNamespace))).toBe('escalates');
    expect(kubernetes.level(rule('get', 'core/secrets', named))).toBe('reads');
    expect(kubernetes.level(rule('bind', `${rbac}/clusterroles`, named))).toBe('escalates');
  });
});

describe('breadth of rules', () => {
  it.each([
    ['everything', rule('get', '*')],
    ['account', rule('get', '*', inNamespace)],
    ['service', rule('get', 'core/secrets')],
    ['prefix', rule('get', 'core/secrets', inNamespace)],
    ['exact', rule('get', 'core/secrets', named)],
  ])('%s', (expected, grant) => {
    expect(kubernetes.breadth(grant)).toBe(expected);
  });
});

describe('roles that every cluster has', () => {
  const clusterRole = (name: string) => ({ handles: handles(`kubernetes:ClusterRole:${name}`) });
  it.each([
    ['admin', set('cluster-admin', clusterRole('cluster-admin'))],
    ['escalates', set('cluster-admin', { ...clusterRole('cluster-admin'), ...inNamespace })],
    ['manages-permissions', set('admin', clusterRole('admin'))],
    ['reads-secrets', set('edit', clusterRole('edit'))],
    ['reads', set('view', { ...clusterRole('view'), ...inNamespace })],
    ['unknown', set('team', clusterRole('team'))],
    ['unknown', set('constructor', clusterRole('constructor'))],
    ['unknown', set('admin', { handles: handles('kubernetes:Role:shop/admin') })],
    ['admin', set('system:masters', { handles: handles('kubernetes:Group:system:masters') })],
  ])('%s', (expected, held) => {
    expect(kubernetes.named(held)).toBe(expected);
  });
});
