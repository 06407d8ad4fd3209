import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openCheckout } from '../../src/edges/actions/checkout.js';
import { writeInWorkspace } from '../../src/edges/actions/report-file.js';
import { linkBelow } from '../../src/edges/links.js';
import { newFolder, newRepository, removeFolders, repositoryAt, type TestRepository, write } from './repository.js';

afterAll(removeFolders);

const absent = 'd'.repeat(40);
const nobody = { server: 'https://github.example', token: undefined };

function cloneOf(origin: TestRepository, ...options: string[]): TestRepository {
  const path = newFolder();
  origin.git('clone', '--quiet', ...options, `file://${origin.path}`, path);
  return repositoryAt(path);
}

function forked(): { origin: TestRepository; main: string; feature: string } {
  const origin = newRepository();
  origin.commit({ a: '1' });
  origin.git('checkout', '--quiet', '-b', 'feature');
  const feature = origin.commit({ a: '2' });
  origin.git('checkout', '--quiet', 'main');
  return { origin, main: origin.commit({ b: '1' }), feature };
}

describe('a checkout', () => {
  it('knows the parents of a merge also where history is cut off', async () => {
    const { origin, main, feature } = forked();
    origin.git('merge', '--quiet', '--no-ff', '--message', 'tree x\n\nparent y', 'feature');
    const checkout = await openCheckout(cloneOf(origin, '--depth=1').path);
    expect(checkout.shallow).toBe(true);
    expect(await checkout.head()).toEqual({ id: origin.git('rev-parse', 'HEAD'), parents: [main, feature] });
  });

  it('has no head before the first commit', async () => {
    const checkout = await openCheckout(newRepository().path);
    expect(await checkout.head()).toBeUndefined();
  });

  it('asks nobody for what it has', async () => {
    const { origin, main } = forked();
    expect(await (await openCheckout(origin.path)).need([main], nobody)).toMatchObject({ missing: [] });
  });

  it('gets what it lacks, and a whole history stays whole', async () => {
    const { origin, main, feature } = forked();
    const clone = cloneOf(origin, '--single-branch');
    expect((await (await openCheckout(clone.path)).need([main, feature], nobody)).missing).toEqual([]);
    expect(clone.git('rev-parse', '--is-shallow-repository')).toBe('false');
    expect(clone.git('merge-base', main, feature)).toBe(origin.git('merge-base', 'main', 'feature'));
  });

  it('says why a commit cannot be had, in known words only', async () => {
    const { origin } = forked();
    const clone = cloneOf(origin);
    const why = async (url: string) => {
      clone.git('remote', 'set-url', 'origin', url);
      return (await openCheckout(clone.path)).need([absent], nobody);
    };
    expect(await why(`file://${origin.path}`)).toEqual({ missing: [absent], why: 'origin does not have it (any more)', gone: true });
    expect((await why(`file://${newFolder()}`)).why).toBe('there is no origin that can be read');
    expect((await why('git@github.example:a/b')).why).toBe('origin is not reached by https');
    expect((await why('https://user:password@127.0.0.1:9/a')).why).toBe('origin cannot be reached');
  });

  it('runs nothing that the configuration of the repository names', async () => {
    const { origin, feature } = forked();
    const clone = cloneOf(origin, '--single-branch');
    const trace = join(newFolder(), 'trace');
    const program = join(newFolder(), 'program');
    writeFileSync(program, `#!/bin/sh\ntouch ${trace}\n`, { mode: 0o755 });
    write(clone.path, { '.git/hooks/reference-transaction': `#!/bin/sh\ntouch ${trace}\n` });
    for (const key of ['remote.origin.uploadpack', 'core.fsmonitor', 'core.askPass', 'core.sshCommand']) clone.git('config', key, program);
    clone.git('config', 'credential.helper', `!${program}`);
    await (await openCheckout(clone.path)).need([feature], nobody);
    await served(
      401,
      () => {},
      async (address) => {
        for (const url of [`ext::${program}`, 'ssh://github.example/a', `${address}/a`]) {
          clone.git('remote', 'set-url', 'origin', url);
          expect((await (await openCheckout(clone.path)).need([absent], nobody)).missing).toEqual([absent]);
        }
      },
    );
    expect(existsSync(trace)).toBe(false);
  });

  it('shows its token to the server of this GitHub and to no other, once', async () => {
    const seen: (readonly string[] | undefined)[] = [];
    await served(
      404,
      (request) => seen.push(request.headersDistinct.authorization),
      async (address) => {
        const clone = newRepository();
        clone.git('remote', 'add', 'origin', `${address}/acme/shop`);
        // As actions/checkout keeps it unless it is told not to.
        clone.git('config', `http.${address}/.extraheader`, 'AUTHORIZATION: basic kept');
        for (const server of [address, 'http://127.0.0.1:9']) {
          const checkout = await openCheckout(clone.path);
          await checkout.need([absent], { server, token: 'secret' });
          // An origin that gave no answer is left alone.
          await checkout.need([absent], { server, token: 'secret' });
        }
      },
    );
    expect(seen).toEqual([[`basic ${Buffer.from('x-access-token:secret').toString('base64')}`], ['basic kept']]);
  });
});

/** A server that answers every request so, for as long as it is used. */
async function served(status: number, seen: (request: IncomingMessage) => void, use: (address: string) => Promise<void>): Promise<void> {
  const server = createServer((request, response) => {
    seen(request);
    response.writeHead(status, status === 401 ? { 'www-authenticate': 'Basic realm="x"' } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { no_proxy } = process.env;
  process.env.no_proxy = '127.0.0.1';
  await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`).finally(() => {
    server.close();
    if (no_proxy === undefined) delete process.env.no_proxy;
    else process.env.no_proxy = no_proxy;
  });
}

describe('a report of the Action', () => {
  it('lands below the workspace, or where an absolute path says', () => {
    const [workspace, elsewhere] = [newFolder(), newFolder()];
    writeInWorkspace(workspace, 'out/report.json', 'a');
    writeInWorkspace(workspace, join(elsewhere, 'report.json'), 'b');
    expect(readFileSync(join(workspace, 'out/report.json'), 'utf8')).toBe('a');
    expect(readFileSync(join(elsewhere, 'report.json'), 'utf8')).toBe('b');
  });

  it('goes through no link of the checkout', () => {
    const [workspace, elsewhere] = [newFolder(), newFolder()];
    symlinkSync(elsewhere, join(workspace, 'out'));
    symlinkSync(join(elsewhere, 'x'), join(workspace, 'report.json'));
    for (const file of ['out/report.json', './out/../out/deep/report.json', 'report.json', join(workspace, 'out/report.json')])
      expect(() => writeInWorkspace(workspace, file, 'a')).toThrow(/symbolic link/);
    expect(linkBelow(workspace, 'none/at/all')).toBeUndefined();
    expect(linkBelow(join(workspace, 'out'), 'file')).toBeUndefined();
  });
});
