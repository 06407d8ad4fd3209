import { github } from '../../../src/providers/github/index.js';
import { workflow as reader } from '../../../src/readers/workflow/index.js';
import { yaml } from '../../../src/syntax/yaml/index.js';
import { sourceOf, told } from '../told.js';

/** What the provider says about a workflow. */
export function workflow(text: string) {
  const source = sourceOf('.github/workflows/ci.yml', text);
  const { resources } = reader.read({ scope: source.path, files: [{ source, tree: yaml.parse(source) }], open: () => undefined });
  return told(github, resources);
}

/** The same for one job `build` with steps, on `push`; lines begin at 6 with the first step. */
export const steps = (text: string, head = 'on: push\npermissions: {}\n') =>
  workflow(`${head}jobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n${text}`);
