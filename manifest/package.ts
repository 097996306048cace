import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';
import { faultsBetween, faultsOfUnified } from './checks.ts';
import type { Deployment } from './source.ts';
import { unifiedManifest } from './unified.ts';
import { wordManifest } from './word-xml.ts';

const icon = async (folder: string, name: string): Promise<Uint8Array> => new Uint8Array(await readFile(path.join(folder, name)));

/** What an administrator uploads: the app package for Teams and Word, and the XML manifest beside it. */
export type AppPackage = { readonly zip: Uint8Array; readonly manifest: string; readonly xml: string; readonly faults: readonly string[] };

/** Width and height of a PNG in pixels. */
const sizeOf = (png: Uint8Array): string => {
  const view = new DataView(png.buffer, png.byteOffset);
  return `${view.getUint32(16)}x${view.getUint32(20)}`;
};

const iconFaults = (color: Uint8Array, outline: Uint8Array): string[] => [
  ...(sizeOf(color) === '192x192' ? [] : [`color.png is ${sizeOf(color)}, not 192x192`]),
  ...(sizeOf(outline) === '32x32' ? [] : [`outline.png is ${sizeOf(outline)}, not 32x32`]),
];

/** Builds both manifests (icons from `manifest/icons`, wherever that lies), validates them offline (Microsoft's schema, then our own checks) and zips the package. */
export const appPackage = async (deployment: Deployment, icons: string): Promise<AppPackage> => {
  const unified = unifiedManifest(deployment);
  const xml = wordManifest(deployment);
  const [color, outline] = await Promise.all([icon(icons, 'color.png'), icon(icons, 'outline.png')]);
  const manifest = `${JSON.stringify(unified, null, 2)}\n`;
  const schemaFaults = await AppManifestUtils.validateAgainstSchema(JSON.parse(manifest));
  return {
    zip: zipSync({ 'manifest.json': new TextEncoder().encode(manifest), 'color.png': color, 'outline.png': outline }, { level: 6 }),
    manifest,
    xml,
    faults: [...schemaFaults, ...faultsOfUnified(unified), ...faultsBetween(unified, xml, deployment), ...iconFaults(color, outline)],
  };
};
