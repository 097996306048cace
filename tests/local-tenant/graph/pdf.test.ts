import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import { graphFor } from '#tests/builders/graph-client.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';

const hasLibreOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();
const itWithLibreOffice = hasLibreOffice ? it : it.skip;

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let app: Client;
let advice: string;
beforeAll(async () => {
  tenant = await aLocalTenant();
  app = await graphFor(tenant, 'application');
  const { id } = await app.api('/sites/hollinbank.sharepoint.com:/sites/SEND').get();
  const drive = (await app.api(`/sites/${id}/drive`).get()).id;
  const { value } = await app.api(`/drives/${drive}/root:/WM-0412:/children`).get();
  advice = `/drives/${drive}/items/${value[0].id}/content`;
});
afterAll(() => tenant.stop());

describe('a Word file as PDF', () => {
  itWithLibreOffice(
    'is converted for real',
    async () => {
      const bytes = (await app
        .api(advice)
        .query({ format: 'pdf' })
        .responseType('arraybuffer' as never)
        .get()) as ArrayBuffer;
      expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe('%PDF-');
    },
    60_000,
  );

  it('is refused for a form that Graph does not make', async () => {
    await expect(app.api(advice).query({ format: 'epub' }).get()).rejects.toMatchObject({ statusCode: 406 });
  });
});
