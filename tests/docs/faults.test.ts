import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { codeOf, type FaultName, faultByCode, knownFaults } from '#domain/faults/faults.ts';
import { faultsPage } from '#domain/faults/faults-page.ts';

const folder = new URL('../faults/', import.meta.url);
const tests = readdirSync(folder)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))
  .join('\n');
const tried = [...tests.matchAll(/\bit\(\s*['"`](W-\d{3}):/g)].map((found) => found[1]);

it('the page of faults says what the code knows', () => {
  expect(readFileSync(new URL('../../docs/faults.md', import.meta.url), 'utf8')).toBe(faultsPage());
});

it('each row of the page has a test under its code, and each such test a row', () => {
  const codes = (Object.keys(knownFaults) as FaultName[]).map(codeOf);
  expect([...new Set(tried)].sort()).toEqual([...codes].sort());
});

it('a code means one fault, however it is typed, and is one of its area', () => {
  const areas = { 'microsoft-365': '1', permission: '2', record: '3', clock: '4', waymark: '9' };
  for (const [name, { code, area }] of Object.entries(knownFaults)) {
    expect(faultByCode(` ${code.toLowerCase()} `)?.name).toBe(name);
    expect(code[2]).toBe(areas[area]);
  }
  expect(faultByCode('W-000')).toBeUndefined();
});
