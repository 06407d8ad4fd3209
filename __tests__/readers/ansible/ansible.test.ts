import { describe, expect, it } from '@jest/globals';
import { locate } from '../../../src/model/span.js';
import { ansible } from '../../../src/readers/ansible/index.js';
import { bodyOf, propertyOf, readYaml, reasonsOf } from '../reading.js';

const play = (tasks: string, head = '') =>
  readYaml(ansible, { 'site.yml': `- hosts: all\n${head}  tasks:\n${tasks.trim().replace(/^/gm, '    ')}\n` });
const value = (written: string, head = '') => propertyOf(play(`- name: x\n  iam_role: {name: ${written}}`, head), 'iam_role.x', 'name');

describe('Ansible', () => {
  it('finds tasks that speak to a cloud, wherever they stand', () => {
    const { resources } = readYaml(ansible, {
      'site.yml': `
- hosts: all
  pre_tasks:
    - name: one
      amazon.aws.iam_role: {name: a}
  tasks:
    - ansible.builtin.copy: {src: a, dest: b}
    - name: group
      block:
        - name: two # owner: team-a
          community.aws.iam_user:
            name: b
      rescue:
        - action: {module: iam_group, name: c}
    - amazon.aws.iam_role_info: {name: a}
    - name: three
      azure.azcollection.azure_rm_roleassignment: {scope: /x}
    - google.cloud.gcp_iam_service_account: {name: d}
`,
    });
    expect(resources.map((r) => r.label)).toEqual([
      'iam_role.one',
      'iam_user.two',
      'iam_group.unnamed',
      'azure_rm_roleassignment.three',
      'gcp_iam_service_account.unnamed',
    ]);
    expect(resources[1]?.comments.map((c) => c.text)).toEqual(['owner: team-a']);
    expect(resources[1] && locate(resources[1].head).startLine).toBe(10);
  });

  it('reads files of tasks with what their role keeps', () => {
    const read = readYaml(
      ansible,
      {
        'roles/ci/tasks/main.yml':
          "- name: x\n  iam_role: {name: '{{ name }}', path: '{{ path }}', assume_role_policy_document: \"{{ lookup('file', 'trust.json') }}\"}\n",
        'roles/ci/defaults/main.yml': 'name: by-default\npath: /a/\n',
        'roles/ci/vars/main.yml': 'path: /b/\n',
        'roles/ci/files/trust.json': '{}',
      },
      ['roles/ci/tasks/main.yml'],
    );
    expect(bodyOf(read, 'iam_role.x')).toBe('{name: "by-default", path: "/b/", assume_role_policy_document: "{}"}');
  });

  it.each([
    ["'{{ env }}-ci'", '"live-ci"'],
    ["'{{ region }}-ci'", '"<region>-ci"'],
    ["'{{ region }}'", '?(region is given when the playbook runs)'],
    ['"{{ doc | to_json }}"', '{a: 1}'],
    ["'{{ env | upper }}'", '?(env | upper is computed when the playbook runs)'],
    ["\"{{ lookup('env', 'SECRET') }}\"", "?(lookup('…', '…') is computed when the playbook runs)"],
    ['"{% if x %}a{% endif %}"', '?(a template with statements is rendered when the playbook runs)'],
    ["'{{ a }}'", '?(a refers to itself)'],
  ])('evaluates %s', (written, expected) => expect(value(written, "  vars: {env: live, doc: {a: 1}, a: '{{ a }}'}\n")).toBe(expected));

  it('refers to what another task registers', () => {
    const read = play(`
- name: role
  iam_role: {name: ci}
  register: made
- name: profile
  iam_instance_profile: {role: '{{ made.iam_role.role_name }}'}`);
    expect(propertyOf(read, 'iam_instance_profile.profile', 'role')).toBe('&iam_role.role.iam_role.role_name');
  });

  it('goes round a list that is written', () => {
    const read = play("- name: bots\n  iam_user: {name: 'bot-{{ item }}'}\n  loop: [a, b]");
    expect(read.resources.map((r) => [r.label, bodyOf(read, r.label)])).toEqual([
      ['iam_user.bots[0]', '{name: "bot-a"}'],
      ['iam_user.bots[1]', '{name: "bot-b"}'],
    ]);
  });

  it('leaves out what is taken away, and says what it cannot read', () => {
    expect(play('- iam_role: {name: a, state: absent}').resources).toEqual([]);
    expect(reasonsOf(play('- iam_role: name=a state=present'))).toEqual([
      'the arguments of iam_role are written as one string, which is not read',
    ]);
  });

  it('takes nothing from other YAML', () => {
    expect(readYaml(ansible, { 'a.yml': 'iam_role: {name: a}\n', 'b.yml': '- iam_role\n- name: x\n', 'c.yml': '' }).resources).toEqual([]);
  });
});
