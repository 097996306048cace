import { application, askedInEntra, identity } from './application.ts';
import type { Asked } from './asked.ts';
import { GRAPH_APP, PERMISSION_IDS } from './known-ids.ts';

/** One request to Graph in an administrator's name. `{{names}}` are filled with what earlier replies brought. */
export type AdminRequest = {
  readonly does: string;
  /** The role in Entra that may do it. */
  readonly by: string;
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: unknown;
  /** What is kept of the reply: our name for it, and the member it stands in. */
  readonly keep?: Readonly<Record<string, string>>;
  /** The address whose deletion takes it back. */
  readonly undo?: string;
  /** True where the reply holds a secret, which is written to the settings and nowhere else. */
  readonly secret?: true;
};

const ADMINISTRATOR = 'Application Administrator';
const PRIVILEGED = 'Privileged Role Administrator';

const delegated = (): AdminRequest => ({
  does: 'Agree for everybody to what Waymark does in a person’s name',
  by: PRIVILEGED,
  method: 'POST',
  path: '/oauth2PermissionGrants',
  body: {
    clientId: '{{principalId}}',
    consentType: 'AllPrincipals',
    resourceId: '{{graphId}}',
    scope: askedInEntra()
      .filter(({ kind }) => kind === 'delegated')
      .map(({ name }) => name)
      .join(' '),
  },
  keep: { grantId: 'id' },
  undo: '/oauth2PermissionGrants/{{grantId}}',
});

const unattended = (): AdminRequest[] =>
  askedInEntra()
    .filter(({ kind }) => kind === 'application')
    .map(({ name }) => {
      const kept = `role${name.replace(/\W/g, '')}`;
      return {
        does: `Agree to ${name} where no person is present`,
        by: PRIVILEGED,
        method: 'POST',
        path: '/servicePrincipals/{{principalId}}/appRoleAssignments',
        body: { principalId: '{{principalId}}', resourceId: '{{graphId}}', appRoleId: PERMISSION_IDS[`application ${name}`] },
        keep: { [kept]: 'id' },
        undo: `/servicePrincipals/{{principalId}}/appRoleAssignments/{{${kept}}}`,
      };
    });

const siteRequests = ({ site }: Asked): AdminRequest[] => {
  const { host, pathname } = new URL(site);
  return [
    {
      does: 'Find the SEND site',
      by: 'SharePoint Administrator',
      method: 'GET',
      path: `/sites/${host}:${pathname.replace(/\/+$/, '')}?$select=id`,
      keep: { siteId: 'id' },
    },
    {
      does: 'Let Waymark read and write in that site and no other',
      by: 'SharePoint Administrator',
      method: 'POST',
      path: '/sites/{{siteId}}/permissions',
      body: { roles: ['write'], grantedToIdentities: [{ application: { id: '{{clientId}}', displayName: 'Waymark' } }] },
      keep: { sitePermissionId: 'id' },
      undo: '/sites/{{siteId}}/permissions/{{sitePermissionId}}',
    },
  ];
};

/** Everything that Graph can be asked to do so that Waymark is registered, in the order in which each leans on those before it. */
export const requestsFor = (asked: Asked): readonly AdminRequest[] => [
  {
    does: 'Register Waymark',
    by: ADMINISTRATOR,
    method: 'POST',
    path: '/applications',
    body: application(asked),
    keep: { applicationId: 'id', clientId: 'appId' },
    undo: '/applications/{{applicationId}}',
  },
  {
    does: 'Give it its name as an API, and let Teams and Office open it without asking each person',
    by: ADMINISTRATOR,
    method: 'PATCH',
    path: '/applications/{{applicationId}}',
    body: identity(asked),
  },
  {
    does: 'Let it into this tenant',
    by: ADMINISTRATOR,
    method: 'POST',
    path: '/servicePrincipals',
    body: { appId: '{{clientId}}' },
    keep: { principalId: 'id' },
    undo: '/servicePrincipals/{{principalId}}',
  },
  {
    does: 'Find Microsoft Graph in this tenant',
    by: ADMINISTRATOR,
    method: 'GET',
    path: `/servicePrincipals(appId='${GRAPH_APP}')?$select=id`,
    keep: { graphId: 'id' },
  },
  delegated(),
  ...unattended(),
  ...siteRequests(asked),
  {
    does: 'Make the secret with which Waymark signs in, for a year',
    by: ADMINISTRATOR,
    method: 'POST',
    path: '/applications/{{applicationId}}/addPassword',
    body: { passwordCredential: { displayName: 'Waymark' } },
    keep: { secretId: 'keyId', clientSecret: 'secretText' },
    secret: true,
  },
];
