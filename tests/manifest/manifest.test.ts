import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { permissionsOf } from '#api/graph/permissions.ts';
import { faultsBetween, faultsOfUnified } from '#manifest/checks.ts';
import { appPackage } from '#manifest/package.ts';
import type { Deployment } from '#manifest/source.ts';
import { unifiedManifest } from '#manifest/unified.ts';
import { wordManifest } from '#manifest/word-xml.ts';
import { itWithReference, reference } from '#tests/reference.ts';

const ICONS = fileURLToPath(new URL('../../manifest/icons', import.meta.url));

const deployment: Deployment = {
  origin: 'https://waymark.example.org',
  appId: '0a4c7c0e-6f0e-4d0e-9a5c-2f1f3f3b8a01',
  clientId: '7c1b8a52-3a57-4e0f-8f0c-5a9d3d0f6b02',
  addInId: '5d8f2f0e-1c3b-4f7e-9d3a-8b7c6a5e4f03',
  version: '0.1.0',
  developer: {
    name: 'Waymark contributors',
    website: 'https://waymark.example.org',
    privacy: 'https://waymark.example.org/privacy',
    terms: 'https://waymark.example.org/terms',
  },
};

describe('the app package', () => {
  it('is sound by Microsoft’s schema and by our own checks', async () => {
    const { faults } = await appPackage(deployment, ICONS);
    expect(faults).toEqual([]);
  });

  it('is refused by the schema when a field is wrong, so the check can fail', async () => {
    const broken = { ...unifiedManifest(deployment), accentColor: 'purple' };
    const faults = await AppManifestUtils.validateAgainstSchema(JSON.parse(JSON.stringify(broken)));
    expect(faults.join(' ')).toMatch(/accentColor/);
  });

  itWithReference('passes the published validator as a zip with its icons', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'waymark-manifest-'));
    try {
      const file = path.join(folder, 'waymark.zip');
      writeFileSync(file, (await appPackage(deployment, ICONS)).zip);
      expect(execFileSync('node', [reference('validate-teams-manifest.mjs'), file], { encoding: 'utf8' })).toMatch(
        /1 manifests, 0 violations/,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('what the schema does not notice', () => {
  const sound = () => structuredClone(unifiedManifest(deployment));

  it('a button that calls an action nobody has', () => {
    const manifest = sound();
    manifest.extensions[0]!.ribbons[0]!.tabs[0]!.groups[0]!.controls[0]!.actionId = 'gone';
    expect(faultsOfUnified(manifest)).toEqual(['button openPane calls gone, which no runtime has', 'action openPane is on no button']);
  });

  it('an address outside the valid domains, or not https', () => {
    const manifest = sound();
    manifest.staticTabs[0]!.contentUrl = 'http://elsewhere.example.net/tab/';
    expect(faultsOfUnified(manifest)).toEqual([
      'http://elsewhere.example.net/tab/ is not https',
      'http://elsewhere.example.net/tab/ is not in validDomains',
    ]);
  });

  it('an id used twice and a permission that does not exist', () => {
    const manifest = sound();
    manifest.staticTabs[1]!.entityId = 'waymark';
    Object.assign(manifest.authorization.permissions.resourceSpecific[0]!, { name: 'OnlineMeeting.Read.Everything' });
    expect(faultsOfUnified(manifest)).toEqual([
      'the id waymark is used twice',
      'OnlineMeeting.Read.Everything is no resource-specific permission',
    ]);
  });

  it('two manifests that show different ribbons', () => {
    const xml = wordManifest(deployment).replace('id="saveBack"', 'id="savePlan"');
    expect(faultsBetween(sound(), xml, deployment).join()).toMatch(/the ribbons differ/);
  });

  it('an XML manifest that the unified one does not hide', () => {
    const xml = wordManifest({ ...deployment, addInId: deployment.appId });
    expect(faultsBetween(sound(), xml, deployment)).toContain('the unified manifest does not hide the XML one');
  });
});

describe('the pane', () => {
  it('opens by itself with a document that asks for the add-in, in both manifests', () => {
    const pane = 'Office.AutoShowTaskpaneWithDocument';
    expect(wordManifest(deployment)).toContain(`<TaskpaneId>${pane}</TaskpaneId>`);
    expect(JSON.stringify(unifiedManifest(deployment))).toContain(`"type":"openPage","view":"${pane}"`);
  });
});

describe('the Graph permissions', () => {
  const asked = permissionsOf('send@hollinbank.example', 'site', 0);

  it('are these and no others', () => {
    expect(asked.map((one) => `${one.kind} ${one.name}`)).toEqual([
      'delegated User.Read',
      'delegated Calendars.Read',
      'delegated Calendars.ReadWrite.Shared',
      'delegated Sites.Selected',
      'delegated Files.Read',
      'application Sites.Selected',
      'application EduRoster.Read.All',
      'application GroupMember.Read.All',
      'application User.Read.All',
      'application Calendars.ReadWrite',
      'application Mail.Send',
    ]);
  });

  it('never reach every file or site of the tenant', () => {
    expect(asked.filter((one) => /^(Files|Sites)\..*All$/.test(one.name))).toEqual([]);
  });
});

describe('the icons', () => {
  it('exist in every size both manifests name', () => {
    for (const size of [16, 32, 64, 80]) {
      const png = readFileSync(new URL(`../../manifest/icons/waymark-${size}.png`, import.meta.url));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });
});
