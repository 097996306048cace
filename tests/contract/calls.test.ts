import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { CallFailed, openCalls } from '#contract/calls.ts';
import { keepToken } from '#tab/shell/session.ts';

/* One more step that Microsoft asks for while Waymark acts in somebody's name, as a page meets it on the wire. */

const CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
const STEP = {
  type: '/faults/W-204',
  title: 'Not allowed',
  status: 403,
  detail: 'Microsoft 365 asks you to sign in or agree again first. Nothing was changed.',
  reference: '7F3A-21',
  claims: CLAIMS,
};

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

/** A service that lets in whoever brings a token out of the step. */
const asking = async (): Promise<{ readonly origin: string; readonly tokens: string[] }> => {
  const tokens: string[] = [];
  server = createServer((request, response) => {
    tokens.push(request.headers.authorization ?? '');
    const letIn = tokens.at(-1) === 'Bearer after the step';
    response.writeHead(letIn ? 200 : 403, { 'content-type': 'application/json' }).end(JSON.stringify(letIn ? { done: true } : STEP));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tokens };
};

const asIs = async (_: unknown, body: unknown) => body as never;

describe('one more step, asked for in the middle of the work', () => {
  it('is taken, and the same is asked once more with what it brought', async () => {
    const { origin, tokens } = await asking();
    const claimed: (string | undefined)[] = [];
    const token = keepToken(async (claims) => {
      claimed.push(claims);
      return claims === CLAIMS ? 'after the step' : 'before';
    });
    expect(await openCalls(origin, token, 'tab', asIs)('me')).toEqual({ done: true });
    expect(tokens).toEqual(['Bearer before', 'Bearer after the step']);
    expect(claimed).toEqual([undefined, CLAIMS]);
  });

  it('that does not help is asked for once, and said', async () => {
    const { origin, tokens } = await asking();
    const fault = await openCalls(origin, async () => 'before', 'tab', asIs)('me').catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(CallFailed);
    expect((fault as CallFailed).message).toBe(STEP.detail);
    expect(tokens).toHaveLength(2);
  });

  it('that nobody takes ends in the words of the sign-in', async () => {
    const { origin } = await asking();
    const token = async (_: boolean, claims?: string) => {
      if (claims) throw new Error('The sign-in was closed.');
      return 'before';
    };
    await expect(openCalls(origin, token, 'tab', asIs)('me')).rejects.toThrow('The sign-in was closed.');
  });
});
