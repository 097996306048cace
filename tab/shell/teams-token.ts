import { CallFailed } from '#contract/calls.ts';
import type { BrowserConfig } from '#contract/people.ts';
import { SIGN_IN_WORDS, type SignInTrouble, signInTrouble } from '#contract/sign-in-words.ts';
import type { Host } from './host.ts';

/** A token, of a sign-in that brings these claims where some are named. */
type TokenFor = (claims?: string) => Promise<string>;

/** What MSAL can cure where Teams lets it ask: somebody must agree, or take one more step. */
const CURABLE: readonly SignInTrouble[] = ['consent', 'one-more-step'];

const refused = (trouble: SignInTrouble): CallFailed =>
  new CallFailed({
    type: 'urn:waymark:problem:not-signed-in',
    title: 'Not signed in',
    status: 401,
    detail: SIGN_IN_WORDS[trouble].replace('press Sign in', 'press Try again').replace('Press Sign in', 'Press Try again'),
    reference: '-',
  });

/**
 * Tokens inside Teams: its own single sign-on, which weighs nothing; where that is refused for want of consent or one more step, nested app
 * authentication if this Teams has it. Which way was taken is told to whoever looks; rejects with words for the person.
 */
export const teamsToken = ({ token, nested }: Pick<Host, 'token' | 'nested'>, config: BrowserConfig): TokenFor => {
  let through: Promise<TokenFor> | null = null;
  const asked = async (claims?: string): Promise<string> => {
    through ??= import('./sign-in-nested.ts').then(({ nestedSignIn }) => nestedSignIn(config));
    return (await through)(claims);
  };
  return async (claims) => {
    try {
      return await token(claims);
    } catch (fault) {
      const trouble = signInTrouble(fault);
      if (!nested || !CURABLE.includes(trouble)) throw refused(trouble);
      console.info(`Waymark signs in through nested app authentication: Teams' own sign-on needs ${trouble}.`);
      return asked(claims).catch((later: unknown) => {
        through = null;
        throw refused(signInTrouble(later));
      });
    }
  };
};
