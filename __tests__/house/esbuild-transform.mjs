// The whole TypeScript transformer for jest: types are checked by tsc, here they are only taken off.
import { createHash } from 'node:crypto';
import { transformSync, version } from 'esbuild';

export default {
  process: (source, file) => ({
    code: transformSync(source, { loader: 'ts', format: 'esm', target: 'es2022', sourcemap: 'inline', sourcefile: file }).code,
  }),
  getCacheKey: (source, file, options) => createHash('sha1').update([version, options.configString, file, source].join('\0')).digest('hex'),
};
