// How often ordinary published code is called a credential: npm packages are fetched into a cache, never by the tests, and looked through.
// usage: node scripts/measure-clean-code.mjs COMPILED [--cache DIR] [--all]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cache: { type: 'string', default: join(tmpdir(), 'identity-review-clean-code') }, all: { type: 'boolean', default: false } },
});

// Sources, bundles that are minified, type declarations, libraries that are about secrets, and clients of services that issue them.
const packages =
  `ace-builds@1.36.5 antd@5.21.6 axios@1.7.7 bootstrap@5.3.3 chart.js@4.4.6 core-js@3.39.0 d3@7.9.0 echarts@5.5.1 eslint@9.14.0
express@4.21.1 firebase@11.0.1 graphql@16.9.0 highlight.js@11.10.0 ioredis@5.4.1 jquery@3.7.1 jsonwebtoken@9.0.2 lodash@4.17.21 mathjs@13.2.2
moment@2.30.1 mongodb@6.10.0 mysql2@3.11.4 next-auth@4.24.10 node-forge@1.3.1 npm@10.9.0 openai@4.71.0 passport@0.7.0 pdfjs-dist@4.8.69 pg@8.13.1
plotly.js-dist@2.35.2 pnpm@9.12.3 prettier@3.3.3 react@18.3.1 react-dom@18.3.1 rxjs@7.8.1 stripe@17.3.1 swagger-ui-dist@5.18.2 three@0.170.0
twilio@5.3.5 typescript@5.6.3 vue@3.5.12 webpack@5.96.1 @angular/core@18.2.11 @aws-sdk/client-iam@3.691.0 @aws-sdk/client-sts@3.691.0
@octokit/openapi-types@22.2.0 @octokit/rest@21.0.2 @azure/identity@4.5.0 @google-cloud/storage@7.14.0 @types/node@22.9.0 oidc-provider@8.5.2
keycloak-js@26.0.5 @mui/material@6.1.6 fastify@5.1.0 serverless@3.39.0 winston@3.17.0`.split(/\s+/);

function fetchPackages(cache) {
  mkdirSync(cache, { recursive: true });
  for (const name of packages) {
    const folder = join(cache, name.replaceAll('/', '__'));
    if (existsSync(folder)) continue;
    const packed = spawnSync('npm', ['pack', name, '--silent', '--pack-destination', cache], { encoding: 'utf8', cwd: cache });
    const archive = packed.stdout.trim().split('\n').at(-1);
    if (packed.status !== 0 || !archive) {
      console.log(`not fetched: ${name}`);
      continue;
    }
    mkdirSync(folder);
    spawnSync('tar', ['-xzf', join(cache, archive), '-C', folder, '--strip-components=1']);
  }
  fetchLocks(join(cache, 'locks'));
}

// What installs many packages has the lock files that people have.
function fetchLocks(folder) {
  if (existsSync(join(folder, 'package-lock.json'))) return;
  mkdirSync(folder, { recursive: true });
  const dependencies = Object.fromEntries(['jest', 'webpack', 'eslint', 'next', '@angular/cli', 'serverless'].map((name) => [name, '*']));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'locks', version: '1.0.0', dependencies }));
  spawnSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--silent'], { cwd: folder });
}

const isText = (bytes) => !bytes.subarray(0, 8000).includes(0);

fetchPackages(values.cache);
const { makeDetector } = await import(pathToFileURL(resolve(positionals[0] ?? 'build', 'credentials/sight.js')).href);
const detector = makeDetector({});
const levels = { proven: 0, likely: 0, possible: 0, doubtful: 0 };
let [size, files, time] = [0, 0, 0];
for (const entry of readdirSync(values.cache, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || entry.name.endsWith('.tgz')) continue;
  const bytes = readFileSync(join(entry.parentPath, entry.name));
  if (!isText(bytes)) continue;
  const path = relative(values.cache, join(entry.parentPath, entry.name));
  const text = bytes.toString('utf8');
  const started = performance.now();
  const { found } = detector.sight(text, path);
  time += performance.now() - started;
  size += bytes.length;
  files++;
  for (const { family, confidence, start, reasons } of found) {
    if (family.isPublic) continue;
    levels[confidence]++;
    if (confidence === 'doubtful' && !values.all) continue;
    const line = text.slice(0, start).split('\n').length;
    console.log(`${confidence.padEnd(9)} ${family.id.padEnd(34)} ${path}:${line}  ${reasons.join('; ')}`);
  }
}
const megabytes = size / 1e6;
const per = (n) => ((n * 100) / megabytes).toFixed(1);
console.log(`\n${files} files, ${megabytes.toFixed(0)} MB, ${(megabytes / (time / 1000)).toFixed(0)} MB/s`);
console.log(
  `error level (proven, likely): ${levels.proven + levels.likely}, that is ${per(levels.proven + levels.likely)} per 100 MB (target 2)`,
);
const told = levels.proven + levels.likely + levels.possible;
console.log(`above doubtful: ${told}, that is ${per(told)} per 100 MB (target 20); doubtful: ${levels.doubtful}`);
