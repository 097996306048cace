import { parentPort } from 'node:worker_threads';
import type { FileToRead } from './file-to-read.ts';
import { readBytes } from './read-bytes.ts';

/** The thread in which files are read, one after another: it may be ended at any time without harm, whatever a file does to its reader. */
parentPort?.on('message', async (file: FileToRead) => parentPort?.postMessage(await readBytes(file)));
