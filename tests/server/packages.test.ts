import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '#server/root.ts';

type Package = { readonly name: string; readonly version: string; readonly licence: string };
type Licences = {
  isAllowed(licence: string): boolean;
  refusedOf(packages: readonly Package[]): readonly Package[];
  readonly EXCEPTIONS: readonly { readonly name: RegExp; readonly because: string }[];
};
type Built = {
  readonly part: string;
  readonly files: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly packages: readonly string[];
    readonly sources: number;
  }[];
};

/* Plain Node, because they run before anything is built; so they are asked as Node would run them. */
const place = path.join(root, 'server', 'packages');
const { isAllowed, refusedOf, EXCEPTIONS } = (await import(path.join(place, 'licences.mjs'))) as Licences;
const { productionPackages } = (await import(path.join(place, 'production.mjs'))) as {
  productionPackages(root: string): readonly Package[];
};
const { verdictOf } = (await import(path.join(place, 'audit.mjs'))) as { verdictOf(said: string): { holds: boolean; words: string } };
const { withBuiltFiles } = (await import(path.join(place, 'sbom.mjs'))) as {
  withBuiltFiles(bom: object, built: readonly Built[]): { components: { name: string }[]; metadata: { component: { name: string } } };
};

describe('licences', () => {
  const packages = productionPackages(root);

  it('of every package of the service are on the list, or an exception says why not', () => {
    expect(packages.length).toBeGreaterThan(200);
    expect(refusedOf(packages)).toEqual([]);
  });

  it('no exception stands there for a package that is gone', () => {
    for (const { name, because } of EXCEPTIONS) {
      expect(because.length).toBeGreaterThan(30);
      expect({ name, used: packages.some((one) => name.test(one.name)) }).toEqual({ name, used: true });
    }
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['AGPL-3.0', false],
    ['none said', false],
    ['SEE LICENSE IN LICENSE.md', false],
  ])('%s: %s', (licence, allowed) => expect(isAllowed(licence)).toBe(allowed));

  it('a package under another licence is found', () => {
    const stranger = { name: 'stranger', version: '1.0.0', licence: 'GPL-3.0-only' };
    expect(refusedOf([...packages, stranger])).toEqual([stranger]);
  });
});

describe('known weaknesses', () => {
  const said = (high: number, moderate: number) =>
    JSON.stringify({
      metadata: { vulnerabilities: { high, critical: 0, moderate, low: 0 } },
      vulnerabilities: { a: { name: 'a', severity: 'high' } },
    });

  it.each([
    ['', true, 'not asked: no network'],
    [JSON.stringify({ message: 'request failed', error: {} }), true, 'not asked: no network'],
    [JSON.stringify({ statusCode: 405 }), true, 'not asked: the registry answers 405'],
    [said(0, 0), true, 'none'],
    [said(0, 2), true, 'none that is high; 2 lesser'],
    [said(1, 0), false, 'a (high)'],
  ])('%s', (answer, holds, words) => {
    expect(verdictOf(answer)).toEqual({ holds, words: expect.stringContaining(words) });
  });
});

describe('the list of what is built in', () => {
  it('holds npm’s packages and each built file with what it was made from', () => {
    const files = [{ file: 'first.js', sha256: 'ab', packages: ['react@19.3.0'], sources: 7 }];
    const bom = withBuiltFiles({ metadata: { component: { name: 'folder' } }, components: [{ name: 'zod' }] }, [{ part: 'tab', files }]);
    expect(bom.components.map(({ name }) => name)).toEqual(['zod', 'dist/tab/first.js']);
    expect(bom.metadata.component.name).toBe('waymark');
    expect(JSON.stringify(bom)).toContain('react@19.3.0');
  });

  it('is made by one command and kept out of the repository', () => {
    expect(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).scripts.sbom).toBe('node server/packages/sbom.mjs');
    expect(execFileSync('git', ['ls-files', '*.cdx.json'], { cwd: root, encoding: 'utf8' })).toBe('');
  });
});
