/** Files that are whole or absent, never half: written aside, synced, then renamed into place. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

export const writeDurably = async (name: string, content: string | Uint8Array): Promise<void> => {
  const aside = `${name}.${randomUUID()}.tmp`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, name);
  } catch (fault) {
    await rm(aside, { force: true });
    throw fault;
  }
  fsyncFolder(path.dirname(name));
};

/** Makes a new name in a folder survive a power cut; Windows cannot open folders and does not need it. */
export const fsyncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
