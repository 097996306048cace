import { describe, expect, it } from '@jest/globals';
import { migrate } from '#api/database/migrate.ts';
import { databaseTrouble } from '#server/database-trouble.ts';
import { freePort } from '#server/free-port.ts';
import { aWorld } from '#tests/world.ts';

const told = async (url: string): Promise<string> => {
  const fault = await migrate({ url, connectLimit: 1_000 }).then(
    () => new Error('it opened'),
    (thrown: unknown) => thrown,
  );
  return (databaseTrouble(fault, url) as Error).message;
};

describe('a record that cannot be opened is told in one sentence, without its password', () => {
  it('when nobody listens there', async () => {
    const port = await freePort();
    expect(await told(`postgres://waymark:hidden@127.0.0.1:${port}/waymark`)).toBe(
      `The record at 127.0.0.1:${port} cannot be opened: it cannot be reached. Check DATABASE_URL and start again.`,
    );
  });

  it('when the login, the database or the encryption is not as it should be', async () => {
    const { url } = await aWorld();
    const change = (part: Partial<URL>): string => Object.assign(new URL(url), part).href;
    expect(await told(change({ password: 'wrong' }))).toContain('it does not take this login');
    expect(await told(change({ pathname: '/elsewhere' }))).toContain('it has no database of that name');
    expect(await told(change({ search: '?sslmode=verify-full' }))).toContain('it does not speak TLS');
  });

  it('but a fault of ours stays one', () => {
    const fault = new TypeError('x is not a function');
    expect(databaseTrouble(fault, 'postgres://a/b')).toBe(fault);
  });
});
