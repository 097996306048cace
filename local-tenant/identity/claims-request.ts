/** The `claims` of OpenID Connect (Core, 5.5), as far as conditional access uses them: authentication contexts in `acrs`. */

type Wanted = { readonly access_token?: { readonly acrs?: { readonly value?: unknown; readonly values?: unknown } } };

/** The authentication contexts that a request or a challenge names, `c1`; none where it is not JSON or names none. */
export const contextsIn = (claims: string | null | undefined): readonly string[] => {
  try {
    const { value, values } = (JSON.parse(claims ?? '') as Wanted).access_token?.acrs ?? {};
    return [value, ...(Array.isArray(values) ? values : [])].filter((one): one is string => typeof one === 'string');
  } catch {
    return [];
  }
};

/** Whether what was brought is what the challenge asks for; a challenge that names nothing is met by nothing. */
export const meets = (challenge: string, brought: readonly string[]): boolean => {
  const asked = contextsIn(challenge);
  return asked.length > 0 && asked.every((one) => brought.includes(one));
};
