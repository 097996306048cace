import type { Asked } from './asked.ts';

/** The bot as Azure Resource Manager takes it (Microsoft.BotService/botServices): single-tenant, under the same id as the registration. */
export const bot = ({ origin, tenantId }: Asked) => ({
  location: 'global',
  kind: 'azurebot',
  sku: { name: 'F0' },
  properties: {
    displayName: 'Waymark',
    endpoint: `${origin}/api/messages`,
    msaAppType: 'SingleTenant',
    msaAppId: '{{clientId}}',
    msaAppTenantId: tenantId,
    disableLocalAuth: true,
  },
});

/** The two commands of the Azure CLI that make the bot and open it to Teams; infra/main.bicep does the same with everything else. */
export const botCommands = (): string =>
  `${[
    '# As a contributor of a resource group; $SUBSCRIPTION and $GROUP name it.',
    'BOT=https://management.azure.com/subscriptions/$SUBSCRIPTION/resourceGroups/$GROUP/providers/Microsoft.BotService/botServices/waymark',
    'az rest --method put --url "$BOT?api-version=2022-09-15" --body @bot.json',
    `az rest --method put --url "$BOT/channels/MsTeamsChannel?api-version=2022-09-15" --body '{"location":"global","properties":{"channelName":"MsTeamsChannel","properties":{"isEnabled":true,"acceptedTerms":true}}}'`,
    '',
    '# Undo: az rest --method delete --url "$BOT?api-version=2022-09-15"',
  ].join('\n')}\n`;
