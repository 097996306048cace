import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { permissionsPage } from '#api/graph/permissions-page.ts';

it('the page of permissions says what the code asks for', () => {
  expect(readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8')).toBe(permissionsPage());
});
