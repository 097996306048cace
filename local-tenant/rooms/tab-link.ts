const TEAMS = 'teams.microsoft.com';

/**
 * The page of a tab that a deep link of Teams asks for, as the tab is told it; empty where the link names the tab alone, null where it is
 * no link to a tab of an app.
 */
export const pageOfTabLink = (address: string): string | null => {
  const link = URL.canParse(address) ? new URL(address) : null;
  if (link?.host !== TEAMS || !link.pathname.startsWith('/l/entity/')) return null;
  try {
    const { subEntityId = '' } = JSON.parse(link.searchParams.get('context') ?? '{}') as { subEntityId?: unknown };
    return typeof subEntityId === 'string' ? subEntityId : '';
  } catch {
    return '';
  }
};
