import { DOMParser } from '@xmldom/xmldom';
import type { Deployment } from './source.ts';
import type { UnifiedManifest } from './unified.ts';

/** Resource-specific permissions as Microsoft's list has them; a misspelt one is accepted by the schema and refused at install. */
const KNOWN_RESOURCE_CONSENT = new Set<string>([
  'OnlineMeeting.ReadBasic.Chat',
  'OnlineMeetingParticipant.Read.Chat',
  'OnlineMeetingTranscript.Read.Chat',
  'OnlineMeetingRecording.Read.Chat',
  'ChatSettings.Read.Chat',
  'ChatMember.Read.Chat',
  'ChatMessage.Read.Chat',
  'ChannelMessage.Read.Group',
  'TeamMember.Read.Group',
  'TeamsActivity.Send.User',
]);

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const repeated = (ids: readonly string[]): string[] => [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];

/** Every address anywhere in a value. */
const addressesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return /^https?:\/\//.test(value) ? [value] : [];
  return value && typeof value === 'object' ? Object.values(value).flatMap(addressesIn) : [];
};

const danglingActions = (manifest: UnifiedManifest): string[] =>
  manifest.extensions.flatMap((extension) => {
    const actions = new Set(extension.runtimes.flatMap((runtime) => runtime.actions.map((action) => action.id)));
    const used = extension.ribbons.flatMap((one) => one.tabs.flatMap((tab) => tab.groups.flatMap((group) => group.controls)));
    return [
      ...used
        .filter((control) => !actions.has(control.actionId))
        .map((control) => `button ${control.id} calls ${control.actionId}, which no runtime has`),
      ...[...actions].filter((id) => !used.some((control) => control.actionId === id)).map((id) => `action ${id} is on no button`),
    ];
  });

const idsOf = (manifest: UnifiedManifest): string[] => [
  ...manifest.staticTabs.map((tab) => tab.entityId),
  ...manifest.activities.activityTypes.map(({ type }) => type),
  ...manifest.composeExtensions.flatMap((one) => one.commands.map((command) => command.id)),
  ...manifest.extensions.flatMap((extension) => [
    ...extension.runtimes.map((runtime) => runtime.id),
    ...extension.ribbons.flatMap((one) => one.tabs.flatMap((tab) => [tab.id, ...tab.groups.map((group) => group.id)])),
  ]),
];

/** What Microsoft's schema does not notice in a unified manifest: each fault as a sentence, none when it is sound. */
export const faultsOfUnified = (manifest: UnifiedManifest): string[] => {
  const hosts = new Set(manifest.validDomains);
  const own = addressesIn([manifest.staticTabs, manifest.extensions]);
  return [
    ...danglingActions(manifest),
    ...repeated(idsOf(manifest)).map((id) => `the id ${id} is used twice`),
    ...addressesIn({ ...manifest, $schema: '' })
      .filter((address) => !address.startsWith('https://'))
      .map((address) => `${address} is not https`),
    ...own.filter((address) => !hosts.has(new URL(address).host)).map((address) => `${address} is not in validDomains`),
    ...manifest.authorization.permissions.resourceSpecific
      .filter((permission) => !KNOWN_RESOURCE_CONSENT.has(permission.name))
      .map((permission) => `${permission.name} is no resource-specific permission`),
    ...[manifest.id, manifest.webApplicationInfo.id, ...manifest.bots.map((bot) => bot.botId)]
      .filter((id) => !GUID.test(id))
      .map((id) => `${id} is not a GUID`),
    ...(manifest.webApplicationInfo.resource.endsWith(`/${manifest.webApplicationInfo.id}`)
      ? []
      : ['the SSO resource does not end in the client id']),
  ];
};

const all = (xml: ReturnType<DOMParser['parseFromString']>, tag: string) => Array.from(xml.getElementsByTagName(tag));

/** Where the two manifests say different things, or the XML one points at something that is not there. */
export const faultsBetween = (manifest: UnifiedManifest, text: string, deployment: Deployment): string[] => {
  const xml = new DOMParser({
    onError: (_level, words) => {
      throw new Error(words);
    },
  }).parseFromString(text, 'text/xml');
  const defined = new Set(['bt:Image', 'bt:Url', 'bt:String'].flatMap((tag) => all(xml, tag).map((one) => one.getAttribute('id'))));
  const used = ['Label', 'Title', 'Description', 'SourceLocation', 'FunctionFile', 'Runtime', 'bt:Image'].flatMap((tag) =>
    all(xml, tag).flatMap((one) => one.getAttribute('resid') ?? []),
  );
  const buttons = all(xml, 'Control').map((one) => one.getAttribute('id'));
  const unified = manifest.extensions.flatMap((one) =>
    one.ribbons.flatMap((r) => r.tabs.flatMap((tab) => tab.groups.flatMap((g) => g.controls.map((c) => c.id)))),
  );
  const hidden = manifest.extensions.flatMap((one) => one.alternates.map((alternate) => alternate.hide.customOfficeAddin.officeAddinId));
  const xmlId = all(xml, 'Id')[0]?.textContent ?? '';
  return [
    ...used.filter((id) => !defined.has(id)).map((id) => `the XML manifest uses ${id}, which it does not define`),
    ...(buttons.join() === unified.join() ? [] : [`the ribbons differ: ${buttons.join(', ')} and ${unified.join(', ')}`]),
    ...(hidden.includes(xmlId) ? [] : ['the unified manifest does not hide the XML one']),
    ...(xmlId === deployment.addInId ? [] : ['the XML manifest has another id']),
    ...(text.includes('http://localhost') ? ['the XML manifest names http://localhost'] : []),
  ];
};
