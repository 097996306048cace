/** The plain pages that a person meets while signing in to the made-up tenant. */
import type { RegisteredClient } from '../settings.ts';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';

const STYLE =
  'body{font:16px/1.5 "Segoe UI",system-ui,sans-serif;margin:0;background:#f3f2f1;color:#242424;display:grid;place-items:center;min-height:100vh}' +
  'main{background:#fff;max-width:26rem;width:100%;padding:2rem;box-sizing:border-box;box-shadow:0 2px 6px #0003}h1{font-size:1.4rem;margin:0 0 .25rem}' +
  'p{margin:.25rem 0 1rem}button{display:block;width:100%;text-align:left;font:inherit;padding:.6rem .75rem;margin:0;border:0;border-bottom:1px solid #e1dfdd;background:#fff;color:inherit;cursor:pointer}' +
  'button:hover,button:focus-visible{background:#f3f2f1;outline:2px solid #5b5fc7;outline-offset:-2px}small{display:block;color:#605e5c}.list{max-height:60vh;overflow:auto}' +
  '@media(prefers-color-scheme:dark){body{background:#1f1f1f;color:#fff}main,button{background:#292929;color:#fff}button{border-color:#3d3d3d}button:hover,button:focus-visible{background:#3d3d3d}small{color:#c8c6c4}}';

export const plainPage = (title: string, body: string, status = 200) =>
  new Response(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`,
    { status, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } },
  );

/** Lists the staff (pupils do not sign in to Waymark); a hinted account stands first and alone. */
export const accountPicker = (tenant: Tenant, params: URLSearchParams, action = `/${tenant.id}/oauth2/v2.0/authorize`): Response => {
  const hinted = tenant.directory.account(params.get('login_hint') ?? '');
  const select = params.get('prompt') === 'select_account';
  const people =
    hinted && !select
      ? [hinted]
      : tenant.directory
          .people()
          .filter(({ kind, enabled }) => kind === 'staff' && enabled)
          .toSorted(byName);
  const buttons = people.map(
    ({ id, displayName, principalName, jobTitle }) =>
      `<button name="picked" value="${escaped(id)}">${escaped(displayName)}<small>${escaped(jobTitle ?? '')} · ${escaped(principalName)}</small></button>`,
  );
  return plainPage(
    'Pick an account',
    `<h1>Pick an account</h1><p>${escaped(tenant.settings.school.organisation.name)}. Everyone here is made up.</p><form method="post" action="${action}">${hiddenFields(params, 'picked')}<div class="list">${buttons.join('')}</div></form>`,
  );
};

/** Names what the client would be allowed to do in the person's name. */
export const consentPage = (tenant: Tenant, client: RegisteredClient, params: URLSearchParams): Response => {
  const scopes = (client.delegated ?? []).map((scope) => `<li>${escaped(scope)}</li>`).join('');
  return plainPage(
    'Permissions requested',
    `<h1>${escaped(client.name)} asks for permission</h1><p>It would be allowed to use, in your name:</p><ul>${scopes}</ul>` +
      `<form method="post" action="/${tenant.id}/oauth2/v2.0/authorize">${hiddenFields(params, 'consent')}` +
      '<button name="consent" value="accept">Accept</button><button name="consent" value="cancel">Cancel</button></form>',
  );
};

export const signInFault = (words: string): Response =>
  plainPage('Sign-in did not work', `<h1>Sign-in did not work</h1><p>${escaped(words)}</p>`, 400);

/** `response_mode=form_post`: the browser carries the answer on by itself. */
export const postBackPage = (address: string, values: URLSearchParams): Response => {
  const inputs = [...values].map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`).join('');
  return plainPage(
    'Working',
    `<form method="post" action="${escaped(address)}">${inputs}<noscript><button>Continue</button></noscript></form><script>document.forms[0].submit()</script>`,
  );
};

/** Carries the request along from page to page, without the answer that is asked for now. */
const hiddenFields = (params: URLSearchParams, asked: string) =>
  [...params]
    .filter(([name]) => name !== asked)
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');

const byName = (a: Account, b: Account) => a.displayName.localeCompare(b.displayName, 'en');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
