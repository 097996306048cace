import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { RIBBON } from '#manifest/source.ts';

const ribbon: unknown = JSON.parse(readFileSync(new URL('../../local-tenant/rooms/word/ribbon.json', import.meta.url), 'utf8'));

describe('the ribbon of the Word room', () => {
  it('has the tab, the group and every button of the manifest, and no other', () => {
    const { tab, group, buttons } = RIBBON;
    expect(ribbon).toEqual({ tab, group, buttons: buttons.map(({ action, kind, label, tip }) => ({ action, kind, label, tip })) });
  });
});
