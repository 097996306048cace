import { describe, expect, it } from '@jest/globals';
import { CallFailed } from '#contract/calls.ts';
import { SIGN_IN_WORDS, signInTrouble } from '#contract/sign-in-words.ts';
import { teamsToken } from '#tab/shell/teams-token.ts';

/* What keeps somebody from being signed in, as each host says it, and what the person reads. */

const config = {
  clientId: '11111111-2222-4333-8444-555555555555',
  tenantId: '7d1f0c2e-3b5a-4c7d-8e9f-0a1b2c3d4e5f',
  authority: 'https://login.microsoftonline.com/common',
  scope: 'api://waymark/access_as_user',
  knownAuthorities: [],
  authorityMetadata: null,
  teamsRoom: null,
  officeScript: '',
  madeUp: false,
};

describe('the trouble', () => {
  it.each([
    ['Teams, before anybody agreed', new Error('resourceRequiresConsent'), 'consent'],
    ['Entra, before anybody agreed', { errorCode: 'interaction_required', message: 'AADSTS65001: not consented' }, 'consent'],
    ['Entra, where only an administrator may agree', { message: 'AADSTS90094: an administrator is needed' }, 'consent'],
    ['conditional access with a challenge', { errorCode: 'interaction_required', claims: '{"access_token":{}}' }, 'one-more-step'],
    ['conditional access by its number', { message: 'AADSTS50076: multi-factor' }, 'one-more-step'],
    ['a window that was closed', { errorCode: 'user_cancelled' }, 'closed'],
    ['Teams, closed', 'CancelledByUser', 'closed'],
    ['somebody who declined', { message: 'AADSTS65004: declined to consent' }, 'closed'],
    ['no network', { errorCode: 'no_network_connectivity' }, 'no-network'],
    ['a password that changed', { errorCode: 'interaction_required', message: 'AADSTS50173: the grant has expired' }, 'signed-out'],
    ['MSAL, whose demand for a person bears an empty challenge', { errorCode: 'interaction_required', claims: '' }, 'signed-out'],
    ['nothing at all', undefined, 'signed-out'],
  ] as const)('told by %s', (_, fault, trouble) => {
    expect(signInTrouble(fault)).toBe(trouble);
  });

  it('is always said with what to do, and that nothing typed is lost', () => {
    for (const words of Object.values(SIGN_IN_WORDS)) {
      expect(words).toContain('What you typed stays where it is');
      expect(words).toMatch(/press Sign in/i);
    }
  });
});

describe('inside Teams', () => {
  const failed = (token: () => Promise<string>) => teamsToken({ token, nested: false }, config)().catch((fault: unknown) => fault);

  it('takes the token of Teams where it gives one', async () => {
    expect(await teamsToken({ token: async () => 'from Teams', nested: true }, config)()).toBe('from Teams');
  });

  it('hands on what the sign-in must bring', async () => {
    const given = teamsToken({ token: async (claims) => `a token that brings ${claims}`, nested: false }, config);
    expect(await given('{"access_token":{}}')).toBe('a token that brings {"access_token":{}}');
  });

  it('a Teams that refuses ends in words with the button that is there', async () => {
    const fault = await failed(() => Promise.reject(new Error('resourceRequiresConsent')));
    expect(fault).toBeInstanceOf(CallFailed);
    expect((fault as CallFailed).message).toMatch(/Press Try again to agree; .*your administrator agrees once/);
    expect((fault as CallFailed).problem.status).toBe(401);
  });
});
