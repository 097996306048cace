import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from '@jest/globals';
import { composeMinutes } from '#api/plans/document/compose-minutes.ts';
import { fillTemplate } from '#api/plans/document/fill.ts';
import { shippedTemplate, templateFor } from '#api/plans/document/shipped-templates.ts';
import { buildTemplates } from '#api/plans/document/templates/build.ts';
import { asInstant } from '#domain/calendar/wall-clock.ts';
import { draftPlan } from '#domain/plans/draft.ts';
import { partOf } from '#tests/api/plans/document/docx-files.ts';
import { metaFor, templatesFolder } from '#tests/api/plans/document/shipped.ts';
import { callum, inTheFolder } from '#tests/domain/plans/callum.ts';
import { anIep, ayaansReview, callumsMeeting, callumsMove, callumsProfile } from '#tests/domain/plans/other-plans.ts';
import { itWithReference, reference } from '#tests/reference.ts';

const run = promisify(execFile);
const folder = mkdtempSync(path.join(tmpdir(), 'waymark-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
const itWith = (programs: readonly string[], name: string, test: () => Promise<void>, timeout: number): void => {
  const lacking = programs.filter((program) => !has(program));
  if (lacking.length === 0) it(name, test, timeout);
  else it.skip(`${name} (skipped: no ${lacking.join(', ')} on this machine)`, test);
};

const plans = { 'sen-support': callum, review: ayaansReview, profile: callumsProfile, transition: callumsMove, iep: anIep };

const documents = new Map<string, Uint8Array>(
  Object.entries(plans).map(([name, record]) => {
    const template = templateFor(record.kind, record.jurisdiction, record.dated);
    const filled = template && fillTemplate(template, draftPlan(record, inTheFolder, template.mapping), metaFor(record, template));
    if (!filled?.ok) throw new Error(`no ${name}`);
    expect(filled.notes).toEqual([]);
    return [name, filled.bytes];
  }),
);
const minutes = composeMinutes(callumsMeeting, shippedTemplate('meeting-minutes'), asInstant('2026-11-23T15:00:00Z'));
if (minutes.ok) documents.set('minutes', minutes.bytes);

const write = (): string[] =>
  [...documents].map(([name, bytes]) => {
    const file = path.join(folder, `${name}.docx`);
    writeFileSync(file, bytes);
    return file;
  });

describe('The documents themselves', () => {
  it('print a gap among the particulars as they print any other', () => {
    const record = { ...callum, nextReview: null };
    const template = shippedTemplate('england-sen-support');
    const filled = fillTemplate(template, draftPlan(record, inTheFolder, template.mapping), metaFor(record, template));
    if (!filled.ok) throw new Error('no plan');
    expect(partOf(filled.bytes, 'word/styles.xml').includes('w:styleId="ParticularGap"')).toBe(true);
    expect(partOf(filled.bytes, 'word/document.xml').includes('<w:pStyle w:val="ParticularGap"/>')).toBe(true);
  });

  it('there are six kinds, and none carries a child’s name in its properties', () => {
    expect([...documents.keys()]).toEqual(['sen-support', 'review', 'profile', 'transition', 'iep', 'minutes']);
    for (const bytes of documents.values()) {
      const properties = partOf(bytes, 'docProps/core.xml');
      expect(properties).not.toMatch(/Callum|Reid|Ayaan|Malik|Marcus/);
      expect(properties).toMatch(/<dc:title>.*(WM|LN)-\d+/);
    }
  });

  it('source numbers stand in the text only where the document lists its sources; the file carries them either way', () => {
    const [plan, profile] = ['sen-support', 'profile'].map((name) => documents.get(name) ?? new Uint8Array());
    expect(partOf(plan!, 'word/document.xml')).toContain('WaymarkSource');
    expect(partOf(profile!, 'word/document.xml')).not.toContain('WaymarkSource');
    expect(partOf(profile!, 'customXml/item2.xml')).toContain('<source number="1"');
  });

  it('each opens with the pane', () => {
    for (const [name, bytes] of documents) {
      if (name === 'minutes') continue;
      expect(partOf(bytes, 'word/webextensions/webextension1.xml')).toContain('name="Office.AutoShowTaskpaneWithDocument" value="true"');
      expect(partOf(bytes, 'word/webextensions/webextension1.xml')).toContain('7b1f3c52-2f0e-4c51-9d7e-0a4b5b8f6c10');
      expect(partOf(bytes, '_rels/.rels')).toContain('webextensiontaskpanes');
    }
  });

  it('each plain control is bound to the words that the custom XML part carries for it', () => {
    const bytes = documents.get('sen-support') ?? new Uint8Array();
    const bindings = [
      ...partOf(bytes, 'word/document.xml').matchAll(
        /<w:tag w:val="([^"]+)"\/><w:id w:val="\d+"\/>(?:<w:showingPlcHdr\/>)?<w:dataBinding [^>]*w:xpath="([^"]+)"/g,
      ),
    ];
    expect(bindings.length).toBeGreaterThan(60);
    const data = partOf(bytes, 'customXml/item1.xml');
    const fields = [...data.matchAll(/<field tag="([^"]+)">/g)].map((match) => match[1]);
    expect(new Set(bindings.map((match) => match[1]))).toEqual(new Set(fields));
  });

  itWithReference(
    'each fits the published schemas of the format',
    async () => {
      if (!has('xmllint') || !has('unzip')) throw new Error('xmllint and unzip are needed (Debian: libxml2-utils, unzip)');
      const templates = ['england-sen-support', 'england-annual-review', 'us-iep', 'meeting-minutes'].map((id) =>
        path.join(templatesFolder, `${id}.docx`),
      );
      const { stdout } = await run(process.execPath, [reference('ooxml-xsd', 'validate-docx.mjs'), ...write(), ...templates]);
      expect(stdout.trim()).toBe(`${documents.size + templates.length} documents, 0 violations`);
    },
    60_000,
  );

  itWith(
    ['soffice', 'pdftotext'],
    'LibreOffice prints each with its header, page numbers and marked gaps',
    async () => {
      const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
      await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...write()]);
      const text = async (name: string): Promise<string> =>
        (await run('pdftotext', ['-layout', path.join(folder, `${name}.pdf`), '-'])).stdout;
      const plan = await text('sen-support');
      for (const words of [
        'SEN support plan',
        'Hollin Bank School',
        'WM-0412 · confidential',
        'Page 1 of 2',
        'Page 2 of 2',
        'Gap: Fiona Reid’s view has not been received.',
        'Gap: how often, out of how many, by when?',
      ]) {
        expect(plan).toContain(words);
      }
      expect(plan).not.toMatch(/Darren/);
      expect((await text('profile')).split('\f').filter((page) => page.trim() !== '')).toHaveLength(1);
      expect(await text('minutes')).toContain('14:31 to 14:36. Nothing was noted.');
    },
    120_000,
  );

  it('the committed templates are those that the script builds', () => {
    const built = path.join(folder, 'built');
    buildTemplates(built);
    const files = readdirSync(built);
    expect(files).toHaveLength(12);
    for (const name of files)
      expect(Buffer.compare(readFileSync(path.join(built, name)), readFileSync(path.join(templatesFolder, name)))).toBe(0);
  });
});
