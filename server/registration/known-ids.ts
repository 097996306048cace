import type { Role } from '#domain/access/actor.ts';

/** Microsoft Graph itself, as an application of every tenant. */
export const GRAPH_APP = '00000003-0000-0000-c000-000000000000';

/** Ids of the Graph permissions that Waymark asks for (Microsoft Graph permissions reference), by kind and name. */
export const PERMISSION_IDS: Readonly<Record<string, string>> = {
  'delegated User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'delegated Calendars.Read': '465a38f9-76ea-45b9-9f34-9e8b0d4b0b42',
  'delegated Calendars.ReadWrite.Shared': '12466101-c9b8-439a-8589-dd09ee67e8e9',
  'delegated Sites.Selected': 'f89c84ef-20d0-4b54-87e9-02e856d66d53',
  'delegated Files.Read': '10465720-29dd-4523-a11a-6a75c743c9d9',
  'application Sites.Selected': '883ea226-0bf2-4a8f-9f9d-92c9162a727d',
  'application EduRoster.Read.All': 'e0ac9e1b-cb65-4fc5-87c5-1a8bc181f648',
  'application GroupMember.Read.All': '98830695-27a2-44f7-8c18-0c3ebc9698f6',
  'application User.Read.All': 'df021288-bdef-4463-88db-98f22de89214',
};

/**
 * The hosts that may ask for a token for Waymark without a person being asked again. Ids as Microsoft documents them: Teams and
 * Microsoft 365 under "Enable SSO for tab app", the last under "Register an Office Add-in that uses SSO", where it stands for every Office host.
 */
export const HOSTS = [
  { id: '1fec8e78-bce4-4aaf-ab1b-5451cc387264', name: 'Teams on desktop and mobile' },
  { id: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', name: 'Teams on the web' },
  { id: '4765445b-32c6-49b0-83e6-1d93765276ca', name: 'Microsoft 365 on the web' },
  { id: '0ec893e0-5785-4de6-99da-4ed124e5296c', name: 'Microsoft 365 on desktop' },
  { id: 'd3590ed6-52b3-4102-aeff-aad2292ab01c', name: 'Microsoft 365 on mobile, and Outlook on desktop' },
  { id: 'bc59ab01-8403-45c6-8796-ac3ef710b3e3', name: 'Outlook on the web' },
  { id: '27922004-5251-4030-b22d-91ecd9a37ea4', name: 'Outlook on mobile' },
  { id: 'ea5a67f6-b6f3-4338-b240-c655ddc3cc8e', name: 'Word and all other Office hosts' },
] as const;

/** The scope under which tab, pane and bot ask for a token. Its id is ours, the same in every tenant. */
export const SCOPE = { name: 'access_as_user', id: '8d1f3a52-6c0e-4b7d-9f24-1a5b7c3e9d60' } as const;

/** Roles that can be given in Entra beside Settings, with ids of ours that never change. */
export const ROLE_IDS: Readonly<Record<Role, string>> = {
  coordinator: '3b6e0f14-7d52-4c8a-9e01-5a2c4d6f8b11',
  leader: '3b6e0f14-7d52-4c8a-9e01-5a2c4d6f8b12',
  teacher: '3b6e0f14-7d52-4c8a-9e01-5a2c4d6f8b13',
  assistant: '3b6e0f14-7d52-4c8a-9e01-5a2c4d6f8b14',
  specialist: '3b6e0f14-7d52-4c8a-9e01-5a2c4d6f8b15',
  administrator: '3b6e0f14-7d52-4c8a-9e01-5a2c4d6f8b16',
  auditor: '3b6e0f14-7d52-4c8a-9e01-5a2c4d6f8b17',
};
