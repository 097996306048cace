import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a package says of its own licence: an SPDX expression, or what older packages write. */
const licenceIn = (file) => {
  if (!existsSync(file)) return undefined;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map?.(({ type }) => type).join(' OR ');
};

/**
 * Every package that the service or a page of it may load, as the lock names them, each once a version: name, version, licence. Packages
 * for other kinds of machine are among them; those that only develop and test are not.
 */
export const productionPackages = (root) => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const found = Object.entries(packages)
    .filter(([place, { dev, devOptional }]) => place !== '' && !dev && !devOptional)
    .map(([place, { version, license }]) => ({
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license ?? licenceIn(path.join(root, place, 'package.json')) ?? 'none said',
    }));
  return [...new Map(found.map((one) => [`${one.name}@${one.version}`, one])).values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
};
