/** What whoever starts the tenant decides: where it lives, which made-up school it holds and which applications are registered in it. */
import type { MadeUpSchool } from './school/school.ts';

export type RegisteredClient = {
  readonly clientId: string;
  readonly name: string;
  readonly secret?: string;
  /** Public half (PEM) of the certificate that signs the client's assertions. */
  readonly certificate?: string;
  /** Addresses that may receive a code; `http://localhost/x` matches any port, as in Entra. */
  readonly redirectUris?: readonly string[];
  /** `api://…` name under which the client's own scopes are asked for. */
  readonly identifierUri?: string;
  /** Scopes that the client itself offers as an API, `access_as_user`. */
  readonly exposedScopes?: readonly string[];
  /** Hosts that get a token for this API without a person agreeing; absent: all. */
  readonly preauthorised?: readonly string[];
  /** Graph permissions consented for use on behalf of a person. */
  readonly delegated?: readonly string[];
  /** Graph permissions granted to the application itself. */
  readonly application?: readonly string[];
  /** Mailboxes that Exchange lets the application open without a person (RBAC for Applications): addresses. Absent: as its roles say. */
  readonly mailboxes?: readonly string[];
  /** What it may do in those mailboxes, as Exchange's roles say; absent: calendars and mail. */
  readonly mailboxRoles?: readonly string[];
  /** Role given to the application on the SEND site through `Sites.Selected`. */
  readonly sendSite?: 'read' | 'write' | 'owner';
  /** True for the registration behind the bot. */
  readonly bot?: boolean;
};

export type TenantSettings = {
  /** Everything the tenant keeps: certificates, keys, journal, file bytes. */
  readonly folder: string;
  readonly school: MadeUpSchool;
  readonly clients: readonly RegisteredClient[];
  /** Today inside mailboxes and the library. Tokens always follow the real clock, or nobody's checks would pass. */
  readonly now?: () => Date;
  /** Where the bot takes activities, `http://localhost:3978/api/messages`. May also be set later through the controls. */
  readonly botEndpoint?: string;
  /** Folder with the built pages of the rooms, served on the plain listener. */
  readonly roomsDir?: string;
  /** Where Graph exchanges are appended as JSON lines. Defaults to `WAYMARK_GRAPH_LOG`. */
  readonly logFile?: string;
};

export type Addresses = {
  /** `https://localhost:PORT` */
  readonly origin: string;
  /** `http://localhost:PORT` of the rooms; browsers treat it as secure and show no certificate warning. */
  readonly plainOrigin: string;
  /** `https://127.0.0.1:PORT`: another host than Graph, so that bearer tokens do not travel with file bytes. */
  readonly filesOrigin: string;
};
