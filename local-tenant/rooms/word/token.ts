export type Person = { readonly key: string; readonly name: string; readonly jobTitle: string; readonly id: string; readonly upn: string };

/** A token for Waymark's API in the name of who sits at this Word, as the host hands it to a pane that asks for one. */
export const tokenFor = async (tenant: string, person: Person | undefined, scope: string) => {
  const reply = await fetch('/rooms/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: person?.key, scope }),
  });
  if (!reply.ok || !person) throw new Error('The made-up tenant gave no token.');
  const { token, expiresIn = 3_600 } = (await reply.json()) as { token: string; expiresIn?: number };
  return {
    token,
    expiresIn,
    account: {
      environment: new URL(tenant).host,
      homeAccountId: `${person.id}.room`,
      localAccountId: person.id,
      username: person.upn,
      name: person.name,
    },
  };
};
