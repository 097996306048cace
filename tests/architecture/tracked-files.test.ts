import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const tracked = (): string[] =>
  execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
    .split('\0')
    .filter(
      (file) =>
        file && file !== 'tests/architecture/tracked-files.test.ts' && statSync(path.join(root, file), { throwIfNoEntry: false })?.isFile(),
    );

const isText = (bytes: Buffer): boolean => !bytes.subarray(0, 8_000).includes(0);

/** Where each text file says something that must not leave the machine it was written on. */
const saying = (pattern: RegExp, but: RegExp = /^$/): string[] =>
  tracked().flatMap((file) => {
    const bytes = readFileSync(path.join(root, file));
    if (!isText(bytes)) return [];
    const lines = bytes.toString('utf8').split('\n');
    return lines.flatMap((line, index) => (pattern.test(line) && !but.test(line) ? [`${file}:${index + 1}`] : []));
  });

describe('what is tracked', () => {
  it('names no folder of the machine it was written on', () => {
    expect(saying(/(?:^|[\s'"`(=])\/(?:work|home|Users|root)\/[\w.-]/, /\/home\/(?:you|site)\//)).toEqual([]);
  });

  it('names no package registry: npm install asks the one that is set up', () => {
    expect(saying(/registry\.(?:npmjs|yarnpkg)|npm\.pkg\.github|"resolved":\s*"http/)).toEqual([]);
  });

  it('holds no secret', () => {
    expect(
      saying(
        /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----$|\bgh[pousr]_\w{30}|\bAKIA[0-9A-Z]{16}\b|\bxox[abp]-\w{10}|\b\w{3}8Q~[\w.~-]{30}|\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/,
      ),
    ).toEqual([]);
  });

  it('leaves no work marked as unfinished', () => {
    expect(saying(/\b(?:TODO|FIXME|XXX)\b/, /shared\/|"[^"]*TODO/)).toEqual([]);
  });
});
