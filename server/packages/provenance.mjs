import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** `zod@4.6.7` of a package's folder; undefined where it is none: some packages carry folders that only look so. */
const packageIn = (folder) => {
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { name, version } = JSON.parse(readFileSync(file, 'utf8'));
  return name && version ? `${name}@${version}` : undefined;
};

/** The innermost package that a file belongs to, or undefined of one of our own. */
const packageOf = (known, file) => {
  const parts = file.replaceAll('\\', '/').split('/node_modules/');
  for (let depth = parts.length - 1; depth > 0; depth -= 1) {
    const [scope = '', name = ''] = parts[depth].split('/');
    const folder = [...parts.slice(0, depth), scope.startsWith('@') ? `${scope}/${name}` : scope].join('/node_modules/');
    if (!known.has(folder)) known.set(folder, packageIn(folder));
    if (known.get(folder)) return known.get(folder);
  }
  return undefined;
};

/**
 * Writes down what each built script was made from. `plugin` belongs to every build; `begin` before a part is built, `write` after it: a
 * list of its scripts, each with its digest, the packages in it and how many of our own sources.
 */
export const provenance = () => {
  const known = new Map();
  let files = [];
  const trace = (chunk) => {
    const modules = (chunk.moduleIds ?? []).filter((id) => path.isAbsolute(id)).map((id) => id.split('?')[0]);
    const packages = modules.map((id) => packageOf(known, id));
    files.push({
      file: chunk.fileName,
      sha256: createHash('sha256').update(chunk.code).digest('hex'),
      packages: [...new Set(packages.filter(Boolean))].sort(),
      sources: packages.filter((one) => !one).length,
    });
  };
  return {
    plugin: {
      name: 'waymark-provenance',
      enforce: 'post',
      generateBundle: (_, bundle) => {
        for (const one of Object.values(bundle)) if (one.type === 'chunk') trace(one);
      },
    },
    begin: () => {
      files = [];
    },
    write: async (file) => {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, `${JSON.stringify(files, null, 1)}\n`);
    },
  };
};
