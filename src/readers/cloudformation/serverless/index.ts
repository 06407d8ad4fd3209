/** A Serverless Framework service as the CloudFormation template that it is deployed as, as far as identities go. */
import { type Gap, gap } from '../../../model/gap.js';
import type { FilePath } from '../../../model/span.js';
import { type Entry, get, type Node, stringOf } from '../../../model/tree.js';
import type { Budget } from '../budget.js';
import { record } from '../build.js';
import type { Library } from '../library.js';
import { functionEntries } from './functions.js';
import { serviceOf } from './service.js';
import { entriesIn, Variables } from './variables.js';

/** Whether a document is a service: by its file's name, as the framework finds it, and by its look. */
export const isService = (root: Node, path: FilePath): boolean =>
  /(^|\/)serverless[\w.-]*\.(ya?ml|json)$/.test(path) && get(root, 'service') !== undefined && get(root, 'provider') !== undefined;

/** The template of a service. */
export function templateOfService(
  root: Node,
  path: FilePath,
  library: Library,
  budget: Budget,
): { readonly root: Node; readonly gaps: readonly Gap[] } {
  const variables = new Variables(root, path, library, budget);
  const provider = variables.section('provider');
  const cloud = stringOf(provider) ?? stringOf(get(provider, 'name'));
  if (cloud !== 'aws') {
    const reason = `Serverless Framework for ${cloud ?? 'a cloud that is not known'} is not read: its identities are not reviewed`;
    return { root: record({}, root.span), gaps: [gap('unsupported', reason, (provider ?? root).span)] };
  }
  const written = variables.section('resources');
  const sections = written?.kind === 'list' ? written.items : written ? [written] : [];
  const within = (name: string): readonly Entry[] => sections.flatMap((section) => entriesIn(get(section, name)));
  const gaps = sections.flatMap((section): Gap[] => {
    const extensions = get(section, 'extensions');
    if (section.kind === 'unknown') return [gap('unresolved', `resources of this service are not known: ${section.why}`, section.span)];
    return extensions ? [gap('unresolved', 'extensions change generated resources in ways that are not evaluated', extensions.span)] : [];
  });
  const made = functionEntries(serviceOf(root, provider, variables));
  // What the author writes under the name of a generated resource is laid over it; the last of equal names counts.
  const resources: Node = { kind: 'map', entries: [...made, ...within('Resources')], span: root.span };
  const others = ['Parameters', 'Mappings', 'Conditions', 'Outputs'].map((name): Entry => {
    return { key: { kind: 'scalar', value: name, span: root.span }, value: { kind: 'map', entries: within(name), span: root.span } };
  });
  const entries = [...others, { key: { kind: 'scalar' as const, value: 'Resources', span: root.span }, value: resources }];
  return { root: { kind: 'map', entries, span: root.span }, gaps };
}
