/** The bytes of stored files, named by their own digest, so that the same bytes are kept once and a file is whole or absent. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeDurably } from './durable-file.ts';

export type FileBytes = { keep(bytes: Uint8Array): Promise<string>; read(digest: string): Promise<Buffer<ArrayBuffer>> };

export const fileBytesIn = (folder: string): FileBytes => {
  const nameOf = (digest: string) => path.join(folder, digest.slice(0, 2), digest);
  return {
    async keep(bytes) {
      const digest = createHash('sha256').update(bytes).digest('hex');
      const name = nameOf(digest);
      if (existsSync(name)) return digest;
      mkdirSync(path.dirname(name), { recursive: true, mode: 0o700 });
      await writeDurably(name, bytes);
      return digest;
    },
    async read(digest) {
      return Buffer.from(await readFile(nameOf(digest)));
    },
  };
};
