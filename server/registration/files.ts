import { randomBytes } from 'node:crypto';
import { type Asked, filled, type Made } from './asked.ts';
import { bot, botCommands } from './bot.ts';
import { entraScript, exchangeScript, exchangeUndo, teamsScript } from './powershell.ts';
import { requestsFor } from './requests.ts';

/** The files of a registration, by name; each is meant to be read before it is used. */
export type Files = Readonly<Record<string, string>>;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const README = ({ origin, tenantId, mailbox, site }: Asked): string => `# Registering Waymark

Written for ${origin} in the tenant ${tenantId}, with the mailbox ${mailbox} and the site ${site}.
Nothing has been done yet: read the files, then follow docs/install.md. No file here holds a secret.

| file | what | who uses it |
|---|---|---|
| requests.json | every request to Microsoft Graph, in order, with what takes it back | \`waymark register apply\` or entra.ps1 |
| application.json | the first of them alone: the app registration as Entra keeps it | to read; to paste by hand |
| entra.ps1 | sends requests.json through Microsoft's own PowerShell | Global Administrator |
| exchange.ps1, exchange-undo.ps1 | one mailbox and no other (RBAC for Applications) | Exchange Administrator |
| bot.json, bot.sh | the bot in Azure, single-tenant | contributor of a resource group |
| teams.ps1 | uploads the app and pins it for a group | Teams Administrator |
| asked.json | what these were written from | \`waymark register apply\` |
`;

/** All files of a registration before anything is done; what only Microsoft can tell stands as \`{{name}}\`. */
export const filesFor = (asked: Asked): Files => {
  const requests = requestsFor(asked);
  return {
    'README.md': README(asked),
    'asked.json': json(asked),
    'requests.json': json(requests),
    'application.json': json(requests[0]?.body),
    'entra.ps1': entraScript(),
    'teams.ps1': teamsScript(),
    ...namedFiles(asked, {}),
  };
};

/** The files that name ids which Microsoft gives out: written again once these are known. */
export const namedFiles = (asked: Asked, made: Made): Files => ({
  'exchange.ps1': filled(exchangeScript(asked), made),
  'exchange-undo.ps1': filled(exchangeUndo(), made),
  'bot.json': filled(json(bot(asked)), made),
  'bot.sh': botCommands(),
});

/** The settings that come of a registration, as .env takes them. The one place where the secret is written. */
export const settingsOf = ({ origin, tenantId, mailbox }: Asked, made: Made, clientSecret: string): string =>
  `${[
    '# Written by waymark register apply. It holds a secret: move it, do not mail it.',
    `WAYMARK_TENANT_ID=${tenantId}`,
    `WAYMARK_CLIENT_ID=${made.clientId ?? ''}`,
    `WAYMARK_CLIENT_SECRET=${clientSecret}`,
    `WAYMARK_ORIGIN=${origin}`,
    `WAYMARK_SEND_MAILBOX=${mailbox}`,
    `WAYMARK_SEND_SITE=${made.siteId ?? ''}`,
    `WAYMARK_TOKEN_KEY=${randomBytes(32).toString('base64')}`,
    '# Fill this in: postgres://waymark:password@db.example.org/waymark?sslmode=verify-full',
    'DATABASE_URL=',
  ].join('\n')}\n`;
