import { describe, expect, it } from '@jest/globals';
import { configOf } from '#server/config.ts';

/** Just enough of a real tenant for its other settings to be looked at. */
const tenant = {
  WAYMARK_TENANT_ID: '7d1f0c2e-3b5a-4c7d-8e9f-0a1b2c3d4e5f',
  WAYMARK_CLIENT_ID: '5f0c6f3e-7d0a-4c55-9a55-0d1e5a3b7c21',
  WAYMARK_CLIENT_SECRET: 'secret',
  WAYMARK_SEND_MAILBOX: 'send@school.example',
  WAYMARK_SEND_SITE: 'school.example,1,2',
  WAYMARK_TOKEN_KEY: Buffer.alloc(32).toString('base64'),
  WAYMARK_ORIGIN: 'https://waymark.school.example',
  DATABASE_URL: 'postgres://waymark:x@db.school.example/waymark?sslmode=verify-full',
};

describe('the bot’s sign-in', () => {
  it('is on unless said otherwise, and can be off beside the made-up school', () => {
    expect(configOf({})).toMatchObject({ kind: 'local', botAuth: 'on' });
    expect(configOf({ WAYMARK_BOT_AUTH: 'off' })).toMatchObject({ kind: 'local', botAuth: 'off' });
  });

  it('cannot be off where a real tenant is configured', () => {
    expect(configOf(tenant).kind).toBe('real');
    expect(() => configOf({ ...tenant, WAYMARK_BOT_AUTH: 'off' })).toThrow('WAYMARK_BOT_AUTH may be off only beside the made-up school');
  });
});
