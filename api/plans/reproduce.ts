import { createHash } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import { fillTemplate } from './document/fill.ts';
import type { DocumentMeta } from './document/meta.ts';
import { knownTemplate } from './document/shipped-templates.ts';
import type { StoredVersion } from './version-records.ts';

/** The SHA-256 of a file's bytes, as a version keeps it. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Whether a version's file can be made again: it was ours, and its template is still there in the version it was made with. */
export const isReproducible = ({ template, templateVersion }: StoredVersion): boolean => knownTemplate(template, templateVersion) !== null;

/**
 * The file of a version, made again from what is stored and nothing else: its passages, its template and what it was made with. The same
 * version always gives the same bytes. `nearest` is what the last filed version was made with, for one that was saved back from Word.
 */
export const reproduce = (version: StoredVersion, nearest: DocumentMeta): Uint8Array => {
  const template = knownTemplate(version.template, version.templateVersion);
  if (!template)
    throw new Refusal('not-ready', 'The template this version was made with is no longer kept, so only its words can be shown.');
  const meta = version.madeWith ?? { ...nearest, version: version.version, issuedAt: version.madeAt };
  const filled = fillTemplate(template, version.blocks, meta);
  if (!filled.ok) throw new Error(`a kept version could not be filled: ${filled.why}`);
  return filled.bytes;
};
