/** `?format=pdf`: LibreOffice does what Microsoft's converter does, where it is installed. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { GraphError } from './graph-errors.ts';

const CONVERTIBLE = new Set(['doc', 'docx', 'dotx', 'odt', 'rtf', 'ppt', 'pptx', 'odp', 'xls', 'xlsx', 'ods', 'csv', 'html']);
const PATIENCE = 60_000;
const run = promisify(execFile);

/** The PDF's bytes; 406 for kinds of file that have none, 503 where LibreOffice is missing or fails. */
export const convertToPdf = async (bytes: Uint8Array, name: string): Promise<Uint8Array> => {
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  if (!CONVERTIBLE.has(ending)) throw new GraphError(406, 'notSupported', `The conversion of '.${ending}' to pdf is not supported.`);
  const folder = await mkdtemp(path.join(tmpdir(), 'waymark-pdf-'));
  try {
    const source = path.join(folder, `file.${ending}`);
    await writeFile(source, bytes);
    // A profile of its own, so that two conversions at once do not wait for one another's lock.
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, source], { timeout: PATIENCE });
    return await readFile(path.join(folder, 'file.pdf'));
  } catch (fault) {
    if (fault instanceof GraphError) throw fault;
    throw new GraphError(503, 'serviceNotAvailable', 'The file could not be converted: LibreOffice is not installed or failed.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
