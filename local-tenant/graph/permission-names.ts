/** Graph's permissions by their ids, as its service principal publishes them: as many as an application here may be granted. */
type Kind = 'delegated' | 'application';

/** The made-up Graph as an application of the tenant. */
export const GRAPH_APP = '00000003-0000-0000-c000-000000000000';
export const GRAPH_PRINCIPAL = '5c2d1a90-0b6e-4f1d-8c53-9e7a2b4d6f08';

const NAMES: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  delegated: {
    'e1fe6dd8-ba31-4d61-89e7-88639da4683d': 'User.Read',
    '465a38f9-76ea-45b9-9f34-9e8b0d4b0b42': 'Calendars.Read',
    '12466101-c9b8-439a-8589-dd09ee67e8e9': 'Calendars.ReadWrite.Shared',
    'f89c84ef-20d0-4b54-87e9-02e856d66d53': 'Sites.Selected',
    '10465720-29dd-4523-a11a-6a75c743c9d9': 'Files.Read',
  },
  application: {
    '883ea226-0bf2-4a8f-9f9d-92c9162a727d': 'Sites.Selected',
    'e0ac9e1b-cb65-4fc5-87c5-1a8bc181f648': 'EduRoster.Read.All',
    '98830695-27a2-44f7-8c18-0c3ebc9698f6': 'GroupMember.Read.All',
    'df021288-bdef-4463-88db-98f22de89214': 'User.Read.All',
    'b633e1c5-b582-4048-a93e-9f11b44c7e96': 'Mail.Send',
    'ef54d2bf-783f-4e0f-bca1-3210c0444d99': 'Calendars.ReadWrite',
  },
};

export const permissionNamed = (kind: Kind, id: string): string | undefined => NAMES[kind][id.toLowerCase()];
export const isScope = (name: string): boolean => Object.values(NAMES.delegated).includes(name);

/** Every permission of one kind that can be granted here, by name. */
export const permissionsOfKind = (kind: Kind): readonly string[] => Object.values(NAMES[kind]).sort();
