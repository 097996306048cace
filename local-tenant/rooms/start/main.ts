/** Sends the administrator's step of the tour to whoever is the administrator of this school. */
type Person = { readonly key: string; readonly role: string };

const link = document.querySelector<HTMLAnchorElement>('#as-administrator');

const people = async (): Promise<readonly Person[]> => (await (await fetch('/rooms/people')).json()) as readonly Person[];

people().then(
  (all) => {
    const key = all.find(({ role }) => role === 'administrator')?.key;
    if (link && key) link.href = `/rooms/teams?person=${encodeURIComponent(key)}&page=/tab/settings/permissions`;
  },
  () => {
    // the link still opens the room, where the person can be chosen
  },
);
