/** An ECS task: it runs as one role and is started by another; its containers get variables and secrets. */
import type { End } from '../../model/fact.js';
import { show } from '../../model/text.js';
import { deref, dig, get, type Node } from '../../model/tree.js';
import { defineEntity } from '../entity.js';
import { secretsInVariables } from './literals.js';
import { endOf, endsOf, flatItems } from './names.js';
import { tagsOf } from './tags.js';

export const ecsTask = defineEntity({
  id: 'aws.ecs-task',
  title: 'ECS task definition',
  spelled: {
    terraform: {
      type: ['aws_ecs_task_definition', 'aws_batch_job_definition'],
      fields: {
        name: ['family', 'name'],
        role: 'task_role_arn',
        starter: 'execution_role_arn',
        containers: ['container_definitions', 'container_properties'],
        tags: 'tags',
      },
    },
    cloudformation: {
      type: ['AWS::ECS::TaskDefinition', 'AWS::Batch::JobDefinition'],
      fields: {
        name: ['Family', 'JobDefinitionName'],
        role: ['TaskRoleArn', 'ContainerProperties.JobRoleArn'],
        starter: ['ExecutionRoleArn', 'ContainerProperties.ExecutionRoleArn'],
        containers: ['ContainerDefinitions', 'ContainerProperties'],
        tags: 'Tags',
      },
    },
  },
  means: (r, say) => {
    const runsAs = endsOf(r.get('role'), 'role', say);
    const startedBy = endsOf(r.get('starter'), 'role', say);
    const twice = runsAs.find((role) => startedBy.some((starter) => sameEnd(role, starter)));
    say.subject({
      category: 'resource',
      name: r.text('name'),
      tags: tagsOf(r.get('tags'), say),
      attributes: { startsAsItself: { value: twice !== undefined, span: twice?.name.span ?? r.head } },
    });
    for (const role of runsAs) say.link('runs-as', role, 'task role', role.name.span);
    for (const role of startedBy) say.link('runs-as', role, 'task execution role', role.name.span);
    for (const container of flatItems(r.document('containers'))) {
      const part = (key: string): Node | undefined => get(container, key) ?? get(container, key[0]?.toUpperCase() + key.slice(1));
      for (const secret of secretsInVariables(part('environment'), say)) say.credential(secret);
      for (const role of endsOf(part('jobRoleArn'), 'role', say)) say.link('runs-as', role, 'job role', role.name.span);
      for (const entry of flatItems(part('secrets'))) {
        const from = endOf(dig(entry, 'valueFrom') ?? dig(entry, 'ValueFrom'), 'secret', say);
        if (from) say.link('uses', from, 'container secret', from.name.span);
        else if (deref(entry).kind !== 'map') say.unresolved('a secret of a container is not known from the files', entry.span);
      }
    }
  },
});

/** Two fields that name one thing, by a handle or, where nothing is known of it, by what is written. */
const sameEnd = (a: End, b: End): boolean =>
  a.handles.length > 0 ? a.handles.some((h) => b.handles.includes(h)) : show(a.name) === show(b.name);
