import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

const kept = path.resolve(import.meta.dirname, '../../.data');

/** Builds a page around one script with the bundler of the tab, hands its folder to `work`, and takes it away again. */
export const aloneInBrowser = async <T>(script: string, work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(path.join(kept, 'alone-'));
  try {
    await writeFile(path.join(folder, 'main.js'), script);
    await writeFile(path.join(folder, 'index.html'), '<!doctype html><body><script type="module" src="./main.js"></script></body>');
    const out = path.join(folder, 'out');
    await build({
      root: folder,
      base: './',
      configFile: false,
      logLevel: 'silent',
      publicDir: false,
      build: { outDir: out, target: 'es2022', modulePreload: { polyfill: false } },
    });
    return await work(out);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
