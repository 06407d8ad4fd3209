/** What the place of a file says about the credentials in it. */
import type { PathClass } from './sighting.js';

/** The first that fits: what made the file says more than where it lies. */
const classes: readonly (readonly [shape: RegExp, pathClass: PathClass])[] = [
  [
    /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lockb?|composer\.lock|gemfile\.lock|cargo\.lock|poetry\.lock|pdm\.lock|uv\.lock|pipfile\.lock|go\.sum|go\.work\.sum|mix\.lock|pubspec\.lock|podfile\.lock|cartfile\.resolved|package\.resolved|packages\.lock\.json|project\.assets\.json|flake\.lock|deno\.lock|conda-lock\.ya?ml|gradle\.lockfile|\.terraform\.lock\.hcl|chart\.lock|requirements\.lock|paket\.lock|module\.bazel\.lock|[^/]+\.lock)$/,
    'lock',
  ],
  [
    /(?:^|\/)(?:node_modules|bower_components|vendor|vendors|vendored|third[-_]?party|external|site-packages|\.bundle|pods|carthage|deps|\.yarn)\//,
    'vendored',
  ],
  [
    /(?:[.-]min\.(?:js|mjs|cjs|css)|\.(?:js|css|mjs|cjs)\.map|\.bundle\.(?:js|css)|\.chunk\.(?:js|css)|\.snap|\.pb\.go|_pb2\.pyi?|\.g\.(?:dart|cs)|\.designer\.cs|\.generated\.\w{1,10}|\.svg|\.po|\.pot)$|(?:^|\/)(?:dist|build|out|target|generated|__generated__|\.next|\.nuxt|__snapshots__|coverage)\//,
    'generated',
  ],
  [
    /(?:^|\/)(?:tests?|__tests?__|spec|specs|e2e|fixtures?|__fixtures__|testdata|test[-_]data|mocks?|__mocks__|stubs?|cassettes|it|unit|integration[-_]?tests?|testing|cypress|playwright|benchmarks?)\/|(?:^|\/)(?:test_[^/]*|[^/]*[-_.](?:test|tests|spec|specs|mock|mocks|fixture|e2e|stories)\.[^/]{1,10}|[^/]*_test\.[^/]{1,5}|conftest\.py)$/,
    'test',
  ],
  [
    /(?:^|\/)(?:examples?|samples?|demos?|tutorials?|quickstarts?|playground|starter|templates?|boilerplate)\/|[-_.](?:example|examples|sample|template|tmpl|tpl|dist|default|demo|stub)(?:\.[^/.]{1,10})?$|(?:^|\/)(?:example|sample)[-_][^/]*$/,
    'example',
  ],
  [
    /(?:^|\/)(?:docs?|documentation|wiki|man|rfcs?|blog|guides?)\/|\.(?:md|mdx|markdown|rst|adoc|asciidoc|textile|org)$|(?:^|\/)(?:readme|changelog|contributing|history|license|copying)[^/]*$/,
    'docs',
  ],
];

/** Longer paths are judged by their end. */
const longestPath = 1000;

/** Class of a path, relative to the repository. */
export function pathClassOf(path: string): PathClass {
  const lower = path.slice(-longestPath).toLowerCase();
  return classes.find(([shape]) => shape.test(lower))?.[1] ?? 'source';
}
