/** Looks whether node_modules holds what package.json asks for, and installs what is missing. Plain Node: it runs before anything is installed. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Names of packages that are absent, or of another version than the lock file names. */
export const missingPackages = (root, kinds = ['dependencies']) => {
  const wanted = json(path.join(root, 'package.json'));
  const lock = existsSync(path.join(root, 'package-lock.json')) ? json(path.join(root, 'package-lock.json')).packages : {};
  const names = kinds.flatMap((kind) => Object.keys(wanted[kind] ?? {}));
  return names.filter((name) => {
    const file = path.join(root, 'node_modules', name, 'package.json');
    if (!existsSync(file)) return true;
    const locked = lock[`node_modules/${name}`]?.version;
    return locked !== undefined && json(file).version !== locked;
  });
};

const npm = (root, args) => {
  const own = process.env.npm_execpath;
  const [command, first] = own && /npm-cli\.[cm]?js$/.test(own) ? [process.execPath, [own]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
};

/** Why npm failed, in one sentence. */
const reasonOf = (said) => {
  if (/ENOSPC|no space left/i.test(said)) return 'The disk is full: the packages could not be installed. Free some space and start again.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(said))
    return 'The packages could not be fetched: npm cannot reach its registry. Check the connection and start again.';
  if (/EACCES|EPERM/i.test(said)) return 'npm may not write to node_modules. Start as the user who owns this folder.';
  const line = said.split('\n').find((text) => /npm (error|ERR!)/.test(text)) ?? said.trim().split('\n').at(-1);
  return `The packages could not be installed: ${(line ?? 'npm gave no reason').replace(/^npm (error|ERR!)\s*/, '')}`;
};

/** Installs what is missing, if anything is. Rejects with one plain sentence. Answers whether it had to. */
export const installMissing = async (root, kinds, say) => {
  if (missingPackages(root, kinds).length === 0) return false;
  say('Installing packages (about a minute the first time)');
  await npm(root, ['install', '--no-audit', '--no-fund']).catch((fault) => {
    throw new Error(reasonOf(fault.message));
  });
  return true;
};
