import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { plainDocx } from '#local-tenant/graph/plain-docx.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'waymark-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Said = { readonly code: number; readonly out: string; readonly err: string };

/** The command line as an administrator runs it: through the start that installs and builds what is missing. */
const waymark = (...args: string[]): Promise<Said> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path.join(root, 'server', 'waymark.mjs'), ...args],
      { cwd: root, env: { ...process.env, NODE_OPTIONS: '', WAYMARK_DATA: folder } },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

const lastLine = ({ out }: Said): string => out.trimEnd().split('\n').at(-1) ?? '';
const cases = fileURLToPath(new URL('../../fixtures/worked-examples.json', import.meta.url));

describe('waymark, used wrongly or asked for help', () => {
  it.each([[['bogus']], [['import', 'roster']], [['export', 'nothing']], [['draft', '--pupil', 'WM-0412']]])(
    '%j ends with 2 and says how it is used',
    async (args) => {
      const { code, err } = await waymark(...args);
      expect(code).toBe(2);
      expect(err).toMatch(/Usage: waymark/);
    },
  );

  it('help names every command and ends with 0', async () => {
    const { code, out } = await waymark('--help');
    expect(code).toBe(0);
    for (const command of ['import', 'draft', 'document', 'clocks', 'audit', 'preflight', 'manifest']) expect(out).toContain(command);
  });
});

describe('waymark clocks', () => {
  it('works out the published cases', async () => {
    const said = await waymark('clocks', 'check', cases);
    expect([said.code, lastLine(said)]).toEqual([0, '102 passed, 0 failed']);
  });

  it('prints a line for a case that differs, and for a rule or field it does not know, and ends with 1', async () => {
    const file = path.join(folder, 'cases.json');
    const examples = [
      { id: 'a', rule: 'eng.plan.final', given: { requestReceived: '2026-01-05' }, expect: { due: '2026-05-26' } },
      { id: 'b', rule: 'eng.plan.finall', given: {}, expect: {} },
      { id: 'c', rule: 'eng.plan.final', given: { recieved: '2026-01-05' }, expect: {} },
    ];
    writeFileSync(file, JSON.stringify({ examples }));
    const said = await waymark('clocks', 'check', file, '--json');
    expect(said.code).toBe(1);
    expect(JSON.parse(lastLine(said))).toEqual({
      passed: 0,
      failed: [
        { id: 'a', rule: 'eng.plan.final', problems: ['due: expected "2026-05-26", counted "2026-05-25".'] },
        { id: 'b', rule: 'eng.plan.finall', problems: ['There is no rule “eng.plan.finall”.'] },
        { id: 'c', rule: 'eng.plan.final', problems: ['eng.plan.final does not know given.recieved.'] },
      ],
    });
  });

  it('answers what a rule says to one date, with the count and where it is written', async () => {
    const { out } = await waymark('clocks', 'explain', 'eng.plan.final', '--given', 'requestReceived=2026-07-15');
    expect(out).toMatch(/^due: 2026-12-02$/m);
    expect(out).toMatch(/^Wed 15 Jul 2026 {2}Council received the request \(day 0\)$/m);
    expect(out).toMatch(/^Wed 2 Dec 2026 {2}20 weeks: final plan$/m);
    expect(out).toMatch(/^SEND Regulations 2014 \(SI 2014\/1530\) reg 13\(2\)-\(3\) · rule eng\.plan\.final/m);
  });

  it.each([
    [
      ['eng.plan.final', '--given', 'recieved=2026-01-05'],
      'eng.plan.final does not know given.recieved. eng.plan.final knows: requestReceived, ',
    ],
    [['eng.review.notice'], 'given.meeting is needed. eng.review.notice knows: meeting, calendar, timeZone'],
    [['eng.plan.finall'], 'There is no rule “eng.plan.finall”. Near it are: eng.plan.final, eng.plan.representations.'],
  ])('explain %j is told what is wrong, by name', async (args, words) => {
    const { code, out, err } = await waymark('clocks', 'explain', ...args);
    expect([code, `${out}${err}`]).toEqual([1, expect.stringContaining(words)]);
  });

  it('lists the rules with the fields they know where none is named', async () => {
    const { code, out } = await waymark('clocks', 'explain');
    expect(code).toBe(0);
    expect(out).toMatch(/^us\.pwn {2}Prior written notice {2}\(changeProposed, writtenNoticeSent\)$/m);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^1\d\d rules\. Each may also be given: calendar, timeZone, dstChangeInside\.$/);
  });
});

describe('waymark manifest and document', () => {
  it('writes the package and the Word manifest', async () => {
    const { code, out } = await waymark('manifest', '--zip', '--out', folder);
    expect([code, out.split('\n')[0]]).toEqual([0, 'Both manifests hold.']);
    expect(readFileSync(path.join(folder, 'waymark.zip')).subarray(0, 2).toString()).toBe('PK');
  });

  it('says what stands on the page of a document that Waymark did not issue', async () => {
    const file = path.join(folder, 'letter.docx');
    writeFileSync(file, plainDocx([{ style: 'text', text: 'Callum reads well.' }]));
    const { code, out } = await waymark('document', 'read', file);
    expect([code, out.trim().split('\n')]).toEqual([0, ['Waymark did not issue this document. Its page says:', 'Callum reads well.']]);
  });

  it('says in one sentence why a file cannot be read as a document', async () => {
    const file = path.join(folder, 'not.docx');
    writeFileSync(file, 'no zip');
    const { code, out } = await waymark('document', 'read', file);
    expect(code).toBe(1);
    expect(out.trim().split('\n')).toHaveLength(1);
  });
});
