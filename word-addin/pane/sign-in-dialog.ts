import { PublicClientApplication } from '@azure/msal-browser';
import { browserConfig } from '#contract/people.ts';
import { loadOffice } from '../page/load-office.ts';
import { answerPane, insideWord } from '../page/office-word.ts';

/** The page of the sign-in dialog: goes to Microsoft, comes back with a token, hands it to the pane. */
const start = async (): Promise<void> => {
  const config = browserConfig.parse(await (await fetch('/config.json')).json());
  await loadOffice(config.officeScript);
  await insideWord();
  const application = new PublicClientApplication({
    auth: {
      clientId: config.clientId,
      authority: config.authority,
      knownAuthorities: config.knownAuthorities,
      redirectUri: `${window.location.origin}/word/sign-in.html`,
      ...(config.authorityMetadata ? { authorityMetadata: config.authorityMetadata } : {}),
    },
    cache: { cacheLocation: 'sessionStorage' },
  });
  await application.initialize();
  const claims = new URLSearchParams(window.location.search).get('claims');
  const back = await application.handleRedirectPromise();
  if (back) answerPane({ token: back.accessToken });
  else await application.loginRedirect({ scopes: [config.scope], ...(claims ? { claims } : {}) });
};

start().catch(() => {
  const words = document.getElementById('words');
  if (words) words.textContent = 'Sign-in did not work. Close this window and try again.';
  answerPane({});
});
