/** Applications that an administrator registered while the tenant ran, and what was granted to them: kept on disk like everything else. */
import { permissionNamed } from '../graph/permission-names.ts';
import type { RegisteredClient } from '../settings.ts';
import type { Store } from './store.ts';

export type Scope = { readonly id?: string; readonly value?: string; readonly isEnabled?: boolean };
/** What a registration says, as far as the tenant holds anyone to it. */
export type ApplicationBody = {
  readonly displayName: string;
  readonly signInAudience?: string;
  readonly identifierUris?: readonly string[];
  readonly groupMembershipClaims?: string | null;
  readonly api?: {
    readonly requestedAccessTokenVersion?: number | null;
    readonly oauth2PermissionScopes?: readonly Scope[];
    readonly preAuthorizedApplications?: readonly { readonly appId?: string; readonly delegatedPermissionIds?: readonly string[] }[];
  };
  readonly spa?: { readonly redirectUris?: readonly string[] };
  readonly web?: { readonly redirectUris?: readonly string[] };
  readonly appRoles?: readonly { readonly id?: string; readonly value?: string }[];
  readonly requiredResourceAccess?: readonly {
    readonly resourceAppId?: string;
    readonly resourceAccess?: readonly { readonly id?: string; readonly type?: string }[];
  }[];
};
export type Secret = {
  readonly keyId: string;
  readonly name: string;
  readonly text: string;
  readonly from: string;
  readonly until: string;
};
export type ApplicationRow = {
  readonly id: string;
  readonly appId: string;
  readonly at: string;
  readonly body: ApplicationBody;
  readonly secrets: readonly Secret[];
};
export type PrincipalRow = { readonly id: string; readonly appId: string };
export type ConsentRow = {
  readonly id: string;
  readonly clientId: string;
  readonly consentType: string;
  readonly resourceId: string;
  readonly scope: string;
};
export type RoleRow = {
  readonly id: string;
  readonly principalId: string;
  readonly appRoleId: string;
  readonly resourceId: string;
  readonly at: string;
};
export type SiteGrantRow = { readonly id: string; readonly appId: string; readonly name: string; readonly roles: readonly string[] };
export type MailboxScopeRow = { readonly name: string; readonly mailboxes: readonly string[] };
export type MailboxRoleRow = { readonly name: string; readonly principalId: string; readonly role: string; readonly scope: string };
export type ExchangePrincipalRow = { readonly id: string; readonly appId: string };
export type BotRow = { readonly appId: string; readonly endpoint: string };

/** The tables of all that, in one place. */
export const registrationsIn = (store: Store) => ({
  applications: store.table<ApplicationRow>('applications'),
  principals: store.table<PrincipalRow>('service-principals'),
  consents: store.table<ConsentRow>('consents'),
  roles: store.table<RoleRow>('app-role-assignments'),
  siteGrants: store.table<SiteGrantRow>('site-grants'),
  exchangePrincipals: store.table<ExchangePrincipalRow>('exchange-principals'),
  mailboxScopes: store.table<MailboxScopeRow>('exchange-scopes'),
  mailboxRoles: store.table<MailboxRoleRow>('exchange-assignments'),
  bots: store.table<BotRow>('bots'),
});

const ROLE_OF_SITE = ['owner', 'write', 'read'] as const;

/** Each registration that was let into the tenant, as the rest of the tenant asks about clients: what it may at this moment. */
export const registeredIn = (store: Store): RegisteredClient[] => {
  const all = registrationsIn(store);
  return all.applications.all().flatMap(({ appId, body, secrets }): RegisteredClient[] => {
    const principal = all.principals.all().find((one) => one.appId === appId);
    if (!principal) return [];
    const granted = all.mailboxRoles.all().filter(({ principalId }) => principalId === principal.id);
    const site = all.siteGrants.all().filter((one) => one.appId === appId);
    const identifierUri = body.identifierUris?.[0];
    const secret = secrets.at(-1)?.text;
    const sendSite = ROLE_OF_SITE.find((role) => site.some(({ roles }) => roles.includes(role)));
    return [
      {
        clientId: appId,
        name: body.displayName,
        ...(secret ? { secret } : {}),
        redirectUris: [...(body.spa?.redirectUris ?? []), ...(body.web?.redirectUris ?? [])],
        ...(identifierUri ? { identifierUri } : {}),
        exposedScopes: (body.api?.oauth2PermissionScopes ?? []).flatMap(({ value, isEnabled }) => (value && isEnabled ? [value] : [])),
        preauthorised: (body.api?.preAuthorizedApplications ?? []).flatMap((one) => (one.appId ? [one.appId] : [])),
        delegated: all.consents
          .all()
          .filter(({ clientId }) => clientId === principal.id)
          .flatMap(({ scope }) => scope.split(/\s+/).filter(Boolean)),
        application: all.roles
          .all()
          .filter(({ principalId }) => principalId === principal.id)
          .flatMap(({ appRoleId }) => permissionNamed('application', appRoleId) ?? []),
        mailboxes: [...new Set(granted.flatMap(({ scope }) => all.mailboxScopes.get(scope)?.mailboxes ?? []))],
        mailboxRoles: granted.map(({ role }) => role.replace(/^Application /, '')),
        ...(sendSite ? { sendSite } : {}),
        bot: all.bots.get(appId) !== undefined,
      },
    ];
  });
};
