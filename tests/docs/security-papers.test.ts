import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '#server/root.ts';
import { asvsPage, requirements, STATES } from './asvs-page.ts';

describe('docs/asvs.md', () => {
  const all = requirements();

  it('says what its list says', () => {
    expect(readFileSync(path.join(root, 'docs', 'asvs.md'), 'utf8')).toBe(asvsPage());
  });

  it('holds every requirement of levels 1 and 2 once: 70 and 183 in version 5.0.0', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect([all.filter(({ level }) => level === '1').length, all.filter(({ level }) => level === '2').length]).toEqual([70, 183]);
  });

  it.each(all)('$id is shown by something that is there, or by a reason', ({ state, evidence, note }) => {
    expect(Object.keys(STATES)).toContain(state);
    const seen = evidence.split(' ').filter(Boolean);
    for (const file of seen) expect({ file, there: existsSync(path.join(root, file)) }).toEqual({ file, there: true });
    if (state === 'met') expect(seen.length).toBeGreaterThan(0);
    if (state === 'not met' || state === 'not applicable') expect(note.length).toBeGreaterThan(5);
  });
});

describe('docs/threats.md', () => {
  const page = readFileSync(path.join(root, 'docs', 'threats.md'), 'utf8');
  const ways = page.slice(page.indexOf('## Ways in'), page.indexOf('## Keys and digests'));
  const rows = ways
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| **') && !line.startsWith('| who, and'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, who = '', wall = '', test = '']) => ({ who, wall, test }));

  it('names who, a wall and a test in each row', () => {
    expect(rows.length).toBeGreaterThan(35);
    for (const { who, wall } of rows) expect([who.length > 5, wall.length > 5]).toEqual([true, true]);
  });

  it.each(rows)('$who: the test is there', ({ test }) => {
    const [, file = '', name = ''] = /^`([^`]+)` › (.+)$/.exec(test) ?? [];
    expect({ test, there: existsSync(path.join(root, file)) }).toEqual({ test, there: true });
    expect(readFileSync(path.join(root, file), 'utf8')).toContain(name);
  });
});
