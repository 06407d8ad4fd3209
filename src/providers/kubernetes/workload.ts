import type { Attribute, End } from '../../model/fact.js';
import { isHole, literal, show, type Text, text, textOf } from '../../model/text.js';
import { booleanOf, deref, dig, get, itemsOf, type Node, numberOf } from '../../model/tree.js';
import { defineEntity, type Say } from '../entity.js';
import { writtenSecretKind, writtenText } from '../written-secret.js';
import { showsCredentials } from './host-paths.js';
import {
  inNamespace,
  kindOf,
  metadata,
  namespaceAttribute,
  namespacedHandles,
  namespacedName,
  namespaceOf,
  type ObjectView,
  starred,
  tagsOf,
} from './object.js';

/** Whatever starts pods: it runs as a service account and may carry secrets in its environment. */
export const workload = defineEntity({
  id: 'kubernetes.workload',
  title: 'Pods and the workloads that start them',
  spelled: {
    kubernetes: {
      type: [
        'Pod',
        'PodTemplate',
        'ReplicationController',
        'apps/Deployment',
        'apps/StatefulSet',
        'apps/DaemonSet',
        'apps/ReplicaSet',
        'extensions/Deployment',
        'extensions/DaemonSet',
        'extensions/ReplicaSet',
        'batch/Job',
        'batch/CronJob',
        'argoproj.io/Rollout',
        'apps.openshift.io/DeploymentConfig',
        'serving.knative.dev/Service',
      ],
      fields: { ...metadata, pod: 'spec', template: ['spec.jobTemplate.spec.template.spec', 'spec.template.spec', 'template.spec'] },
    },
  },
  means(r, say) {
    const pod = kindOf(r) === 'Pod' ? r.get('pod') : r.get('template');
    say.subject({
      category: 'resource',
      name: namespacedName(r),
      handles: namespacedHandles(r, kindOf(r)),
      tags: tagsOf(r),
      attributes: { namespace: namespaceAttribute(r), ...(pod && podAttributes(pod)) },
    });
    if (!pod) return;
    if (deref(pod).kind !== 'map') {
      say.unresolved(`${r.label}: the pod is not known from the files`, pod.span);
      return;
    }
    runsAs(r, pod, say);
    writtenInEnvironment(pod, say);
    usedSecrets(r, pod, say);
    projectedTokens(pod, say);
  },
});

const volumesOf = (pod: Node): readonly Node[] => itemsOf(get(pod, 'volumes'));
const containersOf = (pod: Node): readonly Node[] =>
  ['initContainers', 'containers', 'ephemeralContainers'].flatMap((key) => itemsOf(get(pod, key)));
/** `serviceAccount` is the older spelling. */
const accountOf = (pod: Node): Node | undefined => get(pod, 'serviceAccountName') ?? get(pod, 'serviceAccount');

function podAttributes(pod: Node): Readonly<Record<string, Attribute>> {
  const account = accountOf(pod);
  const name = account && textOf(account);
  return {
    automount: automountOf(pod),
    defaultServiceAccount: {
      value: name && isHole(name) ? undefined : !name || ['', 'default'].includes(show(name)),
      ...(name && isHole(name) && { why: `the service account is ${show(name)}` }),
      span: (account ?? pod).span,
    },
    ...hostCredentialPaths(pod),
  };
}

/** The pod overrides its service account; a silent pod leaves it to the service account, which only the join sees. */
function automountOf(pod: Node): Attribute {
  const node = get(pod, 'automountServiceAccountToken');
  const value = node && booleanOf(node);
  if (node && value !== undefined) return { value, span: node.span };
  const why = node ? 'the value is not known from the files' : 'the pod leaves it to its service account';
  return { value: undefined, why, span: (node ?? pod).span };
}

function hostCredentialPaths(pod: Node): Readonly<Record<string, Attribute>> {
  const paths = volumesOf(pod).flatMap((volume) => {
    const node = dig(volume, 'hostPath', 'path');
    const path = node && literal(textOf(node));
    return node && path !== undefined && showsCredentials(path) ? [{ path, span: node.span }] : [];
  });
  const [first] = paths;
  return first ? { hostCredentialPaths: { value: paths.map(({ path }) => path), span: first.span } } : {};
}

function runsAs(r: ObjectView, pod: Node, say: Say): void {
  const namespace = starred(namespaceOf(r));
  const node = accountOf(pod);
  const written = node && say.end(node, (name) => [inNamespace('ServiceAccount', namespace, name)]);
  const fallback: End = { handles: [inNamespace('ServiceAccount', namespace, 'default')], name: text('default', r.head) };
  const to = written && literal(written.name) !== '' ? written : fallback;
  say.link('runs-as', to, to === fallback ? 'the default service account' : 'serviceAccountName', to.name.span);
}

function writtenInEnvironment(pod: Node, say: Say): void {
  for (const variable of containersOf(pod).flatMap((container) => itemsOf(get(container, 'env')))) {
    const name = literal(textOf(get(variable, 'name')));
    const value = get(variable, 'value');
    const kind = name && writtenSecretKind(name, writtenText(value));
    if (!kind || !value) continue;
    const hidden = say.hide(value, `${name} of a container`);
    say.credential({ kind, name, origin: 'literal', lifetime: 'static', ...(hidden && { value: hidden }), span: value.span });
  }
}

/** Each Secret once, by the first way in which the pod reads it. */
function usedSecrets(r: ObjectView, pod: Node, say: Say): void {
  const namespace = starred(namespaceOf(r));
  const seen = new Set<string>();
  const use = (node: Node | undefined, via: string) => {
    const to = node && say.end(node, (name) => [inNamespace('Secret', namespace, name)]);
    if (!to || seen.has(show(to.name))) return;
    seen.add(show(to.name));
    say.link('uses', to, via, to.name.span);
  };
  for (const container of containersOf(pod)) {
    for (const variable of itemsOf(get(container, 'env'))) use(dig(variable, 'valueFrom', 'secretKeyRef', 'name'), 'environment variable');
    for (const source of itemsOf(get(container, 'envFrom'))) use(dig(source, 'secretRef', 'name'), 'environment');
  }
  for (const volume of volumesOf(pod)) {
    use(dig(volume, 'secret', 'secretName'), 'volume');
    for (const source of itemsOf(dig(volume, 'projected', 'sources'))) use(dig(source, 'secret', 'name'), 'projected volume');
  }
}

/** Above this a projected token is no longer one for a short while. */
const aDay = 86_400;
/** What the API server takes when the file does not say. */
const usualSeconds = 3600;

function projectedTokens(pod: Node, say: Say): void {
  const sources = volumesOf(pod).flatMap((volume) => itemsOf(dig(volume, 'projected', 'sources')));
  for (const token of sources.flatMap((source) => get(source, 'serviceAccountToken') ?? [])) {
    const written = get(token, 'expirationSeconds');
    const seconds = written ? numberOf(written) : usualSeconds;
    const audience = textOf(get(token, 'audience'));
    say.credential({
      kind: 'token',
      name: `projected service account token for ${audience ? show(audience) : 'the API server'}`,
      origin: 'generated',
      lifetime: seconds === undefined ? 'unknown' : seconds > aDay ? 'expiring' : 'short-lived',
      ...(seconds !== undefined && { expires: durationOf(seconds, (written ?? token).span) }),
      span: (written ?? token).span,
    });
  }
}

const durationOf = (seconds: number, span: Text['span']): Text => text(`${seconds}s`, span);
