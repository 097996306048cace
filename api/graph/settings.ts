/** What the gateway must know of the tenant. Read and checked in server/config; the same for Microsoft and for the local tenant. */
export type GraphSettings = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential:
    | { readonly secret: string }
    | { readonly certificate: { readonly thumbprintSha256: string; readonly privateKey: string } };
  /** `https://login.microsoftonline.com/TENANT`, or the local issuer with its port. */
  readonly authority: string;
  /** Hosts (with port) that MSAL need not look up; empty for Microsoft. */
  readonly knownAuthorities: readonly string[];
  /** `https://graph.microsoft.com`, or the local tenant's origin. */
  readonly graphOrigin: string;
  /** The mailbox that organises reviews and sends letters; its use is narrowed by Exchange RBAC for Applications. */
  readonly sendMailbox: string;
  /** Graph id of the private SharePoint site whose library holds the case folders. */
  readonly sendSite: string;
  /** 32 bytes that the token cache is encrypted with. */
  readonly tokenKey: Uint8Array;
};
