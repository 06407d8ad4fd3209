import { kubernetes } from '../../../src/providers/kubernetes/index.js';
import { kubernetes as manifests } from '../../../src/readers/kubernetes/index.js';
import { terraform } from '../../../src/readers/terraform/index.js';
import { hcl } from '../../../src/syntax/hcl/index.js';
import { yaml } from '../../../src/syntax/yaml/index.js';
import { sourceOf, told } from '../told.js';

const open = () => undefined;

/** What the provider says about manifests. */
export function cluster(text: string) {
  const source = sourceOf('deploy/objects.yaml', text);
  return told(kubernetes, manifests.read({ scope: 'deploy', files: [{ source, tree: yaml.parse(source) }], open }).resources);
}

/** What the provider says about the same objects kept by Terraform. */
export function clusterInTerraform(text: string) {
  const source = sourceOf('deploy/main.tf', text);
  return told(kubernetes, terraform.read({ scope: 'deploy', files: [{ source, tree: hcl.parse(source) }], open }).resources);
}
