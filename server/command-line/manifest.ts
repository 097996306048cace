import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { appPackage } from '#manifest/package.ts';
import { deploymentOf } from '../deployment.ts';
import { root } from '../root.ts';
import type { Answer } from './answer.ts';

/** `manifest`: the app package for Teams and Word, and the XML manifest, validated. Exit 1 where something does not hold. */
export const manifestCommand = async (options: { out: string; zip: boolean }): Promise<Answer> => {
  const made = await appPackage(deploymentOf(), path.join(root, 'manifest', 'icons'));
  const json = { faults: made.faults, manifest: JSON.parse(made.manifest) as unknown };
  if (made.faults.length > 0) return { code: 1, lines: made.faults, json };
  if (!options.zip) return { code: 0, lines: [made.manifest.trimEnd()], json };
  await mkdir(options.out, { recursive: true });
  const [zip, xml] = [path.join(options.out, 'waymark.zip'), path.join(options.out, 'waymark-word.xml')];
  await Promise.all([writeFile(zip, made.zip), writeFile(xml, made.xml)]);
  return {
    code: 0,
    lines: ['Both manifests hold.', `For Teams and Word: ${zip}`, `For Word on Mac, iPad and perpetual Office: ${xml}`],
    json: { ...json, zip, xml },
  };
};
