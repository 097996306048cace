/**
 * Builds what browsers load (tab, Word pane, the local tenant's rooms) and the service itself into dist/, each only when its sources have
 * changed since. Run as `npm run build`, or called by start and tests.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { provenance } from './packages/provenance.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');
const stamps = path.join(dist, '.stamps');
const madeFrom = provenance();

/** What is built, from which folders, and how. `from` decides when it is built anew. */
const parts = {
  tab: { from: ['tab', 'contract', 'domain'], make: (out) => tab(out) },
  word: { from: ['word-addin', 'contract', 'domain', 'manifest/icons'], make: (out) => pages('word-addin', '/word/', out) },
  rooms: { from: ['local-tenant/rooms', 'domain'], make: (out) => rooms(out) },
  server: {
    source: 'server/serve.ts',
    from: ['server', 'api', 'bot', 'contract', 'domain', 'local-tenant', 'manifest'],
    make: (out) => service(out),
  },
};

const filesIn = async (folder) => {
  if (!existsSync(folder)) return [];
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
};

/** One digest of everything a part is made from: its sources, the installed versions and this recipe. */
const digestOf = async (folders) => {
  const own = [fileURLToPath(import.meta.url), path.join(root, 'package-lock.json'), path.join(root, 'tsconfig.json')];
  const files = [...own, ...(await Promise.all(folders.map((folder) => filesIn(path.join(root, folder))))).flat().sort()];
  const hash = createHash('sha256');
  for (const [index, text] of (await Promise.all(files.map((file) => readFile(file)))).entries())
    hash.update(path.relative(root, files[index])).update('\0').update(text).update('\0');
  return hash.digest('hex');
};

const PACKABLE = /\.(js|css|html|svg|json|map)$/;

/** Packs each text file once, so that the server need not for every reader. */
const pack = async (folder) => {
  for (const file of (await filesIn(folder)).filter((name) => PACKABLE.test(name) && !name.endsWith('.map'))) {
    const bytes = await readFile(file);
    if (bytes.length < 1024) continue;
    const [small, smaller] = await Promise.all([
      promisify(gzip)(bytes, { level: 9 }),
      promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    ]);
    await Promise.all([writeFile(`${file}.gz`, small), writeFile(`${file}.br`, smaller)]);
  }
};

/** Fluent marks each file `use client` for frameworks that render on a server; here the mark means nothing, and its loss is no news. */
const quietly = (level, log, tell) => {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') tell(level, log);
};

const common = (out) => ({
  configFile: false,
  logLevel: 'warn',
  cacheDir: path.join(root, 'node_modules', '.vite'),
  plugins: [madeFrom.plugin],
  build: {
    outDir: out,
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 2_000,
    modulePreload: { polyfill: false },
    rolldownOptions: { onLog: quietly },
  },
});

const pagesOf = async (folder) => (await readdir(folder)).filter((name) => name.endsWith('.html')).map((name) => path.join(folder, name));

/** The pages of one folder: each .html in it is an entry. */
const pages = async (folder, base, out) => {
  const place = path.join(root, folder);
  await together(place, await pagesOf(place), base, out);
  await pack(out);
};

/** Pages that share their chunks. `output` says how they are cut into chunks, where that is not left to the bundler. */
const together = async (place, input, base, out, output = {}) => {
  const { build } = await import('vite');
  const shared = common(out);
  const rolldownOptions = { ...shared.build.rolldownOptions, input, output };
  await build({ ...shared, root: place, base, publicDir: false, build: { ...shared.build, emptyOutDir: false, rolldownOptions } });
};

/**
 * What the tab needs before it is usable goes in one chunk: the bundler alone would cut it into some sixty, one for each set of later pages
 * that share it, and so many small ones pack a tenth worse. Visitors' pages are built apart, or that chunk would hold what only they need.
 */
const tab = async (out) => {
  const place = path.join(root, 'tab');
  const all = await pagesOf(place);
  const app = path.join(place, 'index.html');
  const first = { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } };
  await together(place, [app], '/tab/', out, first);
  await together(
    place,
    all.filter((page) => page !== app),
    '/tab/',
    out,
  );
  await pack(out);
};

/** The rooms answer at `/rooms/word` as well as at `/rooms/word.html`; the first page is also the start page at `/`. */
const rooms = async (out) => {
  const inside = path.join(out, 'rooms');
  await pages('local-tenant/rooms', '/rooms/', inside);
  for (const file of await pagesOf(inside)) {
    const name = path.basename(file, '.html');
    if (name === 'index') await cp(file, path.join(out, 'index.html'));
    else await cp(file, path.join(inside, name, 'index.html'));
  }
  await officeOfTheRoom(inside);
};

/** office.js of the Word room: a classic script under a fixed name, as Microsoft's is, and Microsoft's own proxies beside it. */
const officeOfTheRoom = async (inside) => {
  const { build } = await import('vite');
  const shared = common(inside);
  const entry = path.join(root, 'local-tenant', 'rooms', 'office.ts');
  await build({
    ...shared,
    root: path.dirname(entry),
    publicDir: false,
    build: { ...shared.build, emptyOutDir: false, lib: { entry, formats: ['iife'], name: 'waymarkOffice', fileName: () => 'office.js' } },
  });
  const proxies = 'word-web-16.00.js';
  await cp(path.join(root, 'node_modules', '@microsoft', 'office-js', 'dist', proxies), path.join(inside, 'vendor', proxies));
};

/** Threads that the service starts: each is a file of its own beside it. */
const threads = { 'reading-thread': path.join(root, 'api/existing-plans/reading/reading-thread.ts') };

/** The service in a handful of files: Node loads those in a third of the time that several hundred sources take. */
const service = async (out) => {
  const { build } = await import('vite');
  const entries = ['serve', 'local', 'local-tenant', 'waymark'].filter((name) => existsSync(path.join(root, 'server', `${name}.ts`)));
  const shared = common(out);
  await build({
    ...shared,
    root,
    publicDir: false,
    // Packages of many small files are taken in: read one by one, they are a third of what a start takes.
    ssr: {
      noExternal: ['kysely', 'zod', 'jose', 'docx', 'write-excel-file', 'saxes', 'csv-parse', 'csv-stringify', 'fflate', 'ical-generator'],
    },
    build: {
      ...shared.build,
      ssr: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: {
        ...shared.build.rolldownOptions,
        input: { ...Object.fromEntries(entries.map((name) => [name, path.join(root, 'server', `${name}.ts`)])), ...threads },
        // All in one folder, so that a file which lies beside its source (the templates) lies beside every chunk too.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  await cp(path.join(root, 'api', 'plans', 'document', 'templates'), path.join(out, 'templates'), {
    recursive: true,
    filter: (file) => !file.endsWith('.ts'),
  });
};

/** A machine that was given the built files alone has nothing to build from, and needs nothing built. */
const isThere = (name) => existsSync(path.join(root, parts[name].source ?? parts[name].from[0]));

/** Makes a part beside its place and swaps it in whole: nobody ever meets half of it. */
const make = async (name, digest) => {
  const half = path.join(dist, `.${name}-${process.pid}`);
  const environment = process.env.NODE_ENV;
  await mkdir(dist, { recursive: true });
  try {
    // under tests NODE_ENV says so, and the bundler would take React's slow half for developers
    process.env.NODE_ENV = 'production';
    madeFrom.begin();
    await parts[name].make(half);
    await madeFrom.write(path.join(dist, '.provenance', `${name}.json`));
    await rm(path.join(dist, name), { recursive: true, force: true });
    await rename(half, path.join(dist, name));
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
    await rm(half, { recursive: true, force: true });
  }
  await mkdir(stamps, { recursive: true });
  await writeFile(path.join(stamps, name), digest);
};

/** Builds those of the named parts (all, unless said) whose sources have changed. `onPart` hears of each before it is built. */
export const buildStale = async (names = Object.keys(parts), onPart = () => {}) => {
  const built = [];
  for (const name of names.filter(isThere)) {
    const digest = await digestOf(parts[name].from);
    const stamp = await readFile(path.join(stamps, name), 'utf8').catch(() => '');
    if (stamp === digest && existsSync(path.join(dist, name))) continue;
    onPart(name);
    await make(name, digest);
    built.push(name);
  }
  return built;
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.chdir(root);
  const wanted = process.argv.slice(2);
  const built = await buildStale(wanted.length > 0 ? wanted : undefined, (name) => console.log(`Building ${name}`));
  console.log(built.length > 0 ? `Built ${built.join(', ')}.` : 'Everything is built.');
}
