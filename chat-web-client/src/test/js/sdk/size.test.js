import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const SDK = new URL('../../../main/resources/META-INF/resources/sdk/', import.meta.url);
const MINIFIED_BYTES = 10 * 1024;
const STRIPPED_BYTES = 13 * 1024; // the same code with its local names as they are written

const files = (await readdir(SDK)).filter(name => name.endsWith('.js'));
const core = files.filter(name => name !== 'account.js'); // a module of its own, for programs that want it
const esbuild = await import('esbuild').catch(() => undefined);

test('the client is at most 10 KB, minified and compressed', async () => {
  if (esbuild) {
    const { outputFiles } = await esbuild.build({
      entryPoints: [new URL('index.js', SDK).pathname],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      external: ['@stomp/stompjs'],
    });
    const size = gzipSync(outputFiles[0].contents, { level: 9 }).length;
    assert.ok(size <= MINIFIED_BYTES, `${size} bytes`);
  } else {
    const sources = await Promise.all(core.map(name => readFile(new URL(name, SDK), 'utf8')));
    const stripped = sources.map(source =>
      source
        .replace(/\/\*\*?[\s\S]*?\*\//g, '')
        .replace(/\s\/\/ .*$/gm, '')
        .replace(/\s+/g, ' '),
    );
    const size = gzipSync(stripped.join('\n'), { level: 9 }).length;
    assert.ok(size <= STRIPPED_BYTES, `${size} bytes`);
  }
});

test('no file is longer than 250 lines', async () => {
  for (const name of files) {
    const lines = (await readFile(new URL(name, SDK), 'utf8')).split('\n').length - 1;
    assert.ok(lines <= 250, `${name}: ${lines}`);
  }
});

test('the client does without the account module', async () => {
  for (const name of core) {
    assert.doesNotMatch(await readFile(new URL(name, SDK), 'utf8'), /from '\.\/account\.js'/, name);
  }
});

test('nothing is imported but the package itself and the peer', async () => {
  for (const name of files) {
    const source = await readFile(new URL(name, SDK), 'utf8');
    for (const [, specifier] of source.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'/gm)) {
      assert.ok(files.includes(specifier.slice(2)), `${name} imports ${specifier}`);
    }
  }
});
