/** The bot's sign-in link: a person picks an account, the token service keeps that, and shows the code which Teams hands to the bot. */
import { randomInt } from 'node:crypto';
import { accountPicker, plainPage } from '../identity/account-picker.ts';
import type { Tenant } from '../tenant.ts';
import { keepSignIn } from './token-service.ts';

/** What botbuilder puts into the `state` of a sign-in link. */
type ExchangeState = { readonly connectionName?: string };

/** GET shows the picker, POST keeps the choice. The code must come back with the bot's next question for the token. */
export const signInPage = (tenant: Tenant, params: URLSearchParams, picked: string | null): Response => {
  const account = tenant.directory.account(picked ?? '');
  if (!account) return accountPicker(tenant, params, '/rooms/sign-in');
  const code = String(randomInt(100_000, 1_000_000));
  keepSignIn(tenant, { person: account.id, connection: connectionIn(params.get('state') ?? ''), code });
  return plainPage('Signed in', `<h1>You are signed in</h1><p>If the chat asks for it, type this code: <strong>${code}</strong></p>`);
};

const connectionIn = (state: string): string => {
  try {
    return (JSON.parse(Buffer.from(state, 'base64').toString('utf8')) as ExchangeState).connectionName ?? '';
  } catch {
    return '';
  }
};
