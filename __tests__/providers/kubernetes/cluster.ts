import { kubernetes } from '../../../src/providers/kubernetes/index.js';
import { kubernetes as reader } from '../../../src/readers/kubernetes/index.js';
import { yaml } from '../../../src/syntax/yaml/index.js';
import { sourceOf, told } from '../told.js';

/** What the provider says about manifests. */
export function cluster(text: string) {
  const source = sourceOf('deploy/objects.yaml', text);
  const { resources } = reader.read({ scope: source.path, files: [{ source, tree: yaml.parse(source) }], open: () => undefined });
  return told(kubernetes, resources);
}
