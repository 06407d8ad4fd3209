// Takes what the loopback server needs out of GitHub's own API description (@octokit/openapi, MIT): the operations below, with every schema
// they refer to and without words for people. The package unpacks to 385 MB, so it is fetched once, here, and never a dependency.
// usage: node scripts/extract-openapi.mjs [api.github.com.json]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const version = '23.0.2';
const out = join('__tests__', 'github', 'openapi.json');
const repository = '/repos/{owner}/{repo}';
const wanted = {
  [repository]: ['get'],
  [`${repository}/check-runs`]: ['post'],
  [`${repository}/check-runs/{check_run_id}`]: ['patch'],
  [`${repository}/commits/{ref}`]: ['get'],
  [`${repository}/commits/{ref}/check-runs`]: ['get'],
  [`${repository}/compare/{basehead}`]: ['get'],
  [`${repository}/contents/{path}`]: ['get'],
  [`${repository}/git/blobs/{file_sha}`]: ['get'],
  [`${repository}/git/trees/{tree_sha}`]: ['get'],
  [`${repository}/issues/{issue_number}/comments`]: ['get', 'post'],
  [`${repository}/issues/comments/{comment_id}`]: ['patch', 'delete'],
  [`${repository}/pulls/{pull_number}`]: ['get'],
  [`${repository}/pulls/{pull_number}/comments`]: ['get'],
  [`${repository}/pulls/{pull_number}/files`]: ['get'],
  [`${repository}/pulls/{pull_number}/requested_reviewers`]: ['get', 'post'],
  [`${repository}/pulls/{pull_number}/reviews`]: ['get', 'post'],
};

function fetched() {
  const folder = mkdtempSync(join(tmpdir(), 'identity-review-openapi-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  execFileSync('npm', ['pack', `@octokit/openapi@${version}`, '--silent', '--pack-destination', folder]);
  const member = 'package/generated/api.github.com.json';
  execFileSync('tar', ['-xzf', join(folder, `octokit-openapi-${version}.tgz`), '-C', folder, member]);
  return join(folder, member);
}

/** Only successful answers: the others are faults, which are made up on purpose. */
function operationOf({ parameters = [], requestBody, responses }) {
  const success = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, response]) => [status, schemaOf(response.content)]);
  return {
    parameters: parameters.map((parameter) => parameterOf(parameter)),
    ...(requestBody === undefined ? {} : { body: schemaOf(requestBody.content), bodyRequired: requestBody.required === true }),
    answers: Object.fromEntries(success),
  };
}

function parameterOf(parameter) {
  const { name, in: place, required = false, schema } = parameter.$ref ? resolved(parameter.$ref) : parameter;
  return { name, in: place, required, schema: clean(schema) };
}

const schemaOf = (content) => (content?.['application/json'] ? clean(content['application/json'].schema) : null);

const resolved = (ref) =>
  ref
    .split('/')
    .slice(1)
    .reduce((value, key) => value[key], whole);

/** Follows references as it goes, so that nothing is kept that nobody refers to. */
function clean(value) {
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== 'object' || value === null) return value;
  if (typeof value.$ref === 'string') return { $ref: keep(value.$ref) };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !isWords(key))
      .map(([key, inner]) => [key, key === 'properties' ? propertiesOf(inner) : clean(inner)]),
  );
}

/** Here the keys are names of fields, such as `description`. Addresses of other routes are in every answer and in no use. */
const propertiesOf = (properties) =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => !/_url$/.test(name) || ['html_url', 'details_url', 'image_url'].includes(name))
      .map(([name, schema]) => [name, clean(schema)]),
  );

const isWords = (key) =>
  ['description', 'example', 'examples', 'title', 'externalDocs', 'deprecated', 'default'].includes(key) || key.startsWith('x-');

function keep(ref) {
  const [, , kind, name] = ref.split('/');
  if (kind !== 'schemas') throw new Error(`unexpected reference ${ref}`);
  if (!(name in kept.schemas)) {
    kept.schemas[name] = true;
    kept.schemas[name] = clean(resolved(ref));
  }
  return ref;
}

const whole = JSON.parse(readFileSync(process.argv[2] ?? fetched(), 'utf8'));
const kept = { parameters: {}, schemas: {} };
const paths = Object.fromEntries(
  Object.entries(wanted).map(([path, verbs]) => [
    path,
    Object.fromEntries(verbs.map((verb) => [verb, operationOf(whole.paths[path][verb])])),
  ]),
);
const text = JSON.stringify({ source: `@octokit/openapi@${version} api.github.com.json (MIT)`, paths, components: kept });
writeFileSync(out, `${text}\n`);
console.log(`${out}: ${(text.length / 1024).toFixed(0)} KB, ${Object.keys(kept.schemas).length} schemas`);
