/** Finds the handler of an address. Patterns are written as the documentation writes them: `/users/{user}/events`. */

export type Params = Readonly<Record<string, string>>;
export type Pattern = { readonly method: string; readonly path: string };
export type Found<Route> =
  | { readonly kind: 'found'; readonly route: Route; readonly params: Params }
  /** The address exists, yet not with this verb; `allowed` lists those it has. */
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' };

type Compiled<Route> = { readonly route: Route; readonly segments: readonly string[] };

/** Literal segments are compared without regard to case, as Graph does, and win over `{names}`. */
export const routerOf = <Route extends Pattern>(routes: readonly Route[]) => {
  const byLength = new Map<number, Compiled<Route>[]>();
  for (const route of routes) {
    const segments = segmentsOf(route.path);
    byLength.set(segments.length, [...(byLength.get(segments.length) ?? []), { route, segments }]);
  }
  for (const compiled of byLength.values()) compiled.sort((a, b) => weight(a.segments) - weight(b.segments));

  return (method: string, path: string): Found<Route> => {
    const given = segmentsOf(path);
    const allowed: string[] = [];
    for (const { route, segments } of byLength.get(given.length) ?? []) {
      const params = match(segments, given);
      if (!params) continue;
      if (route.method === method) return { kind: 'found', route, params };
      allowed.push(route.method);
    }
    return allowed.length > 0 ? { kind: 'wrong-method', allowed } : { kind: 'unknown' };
  };
};

const segmentsOf = (path: string) => path.split('/').filter((segment) => segment !== '');
/** Fewer names first; among equals, the one whose first name comes later. */
const weight = (segments: readonly string[]) => segments.reduce((sum, segment, at) => sum + (isName(segment) ? 100 - at : 0), 0);
const isName = (segment: string) => segment.startsWith('{');

const match = (pattern: readonly string[], given: readonly string[]): Params | undefined => {
  const params: Record<string, string> = {};
  for (const [at, segment] of pattern.entries()) {
    const value = given[at] ?? '';
    if (isName(segment)) params[segment.slice(1, -1)] = decoded(value);
    else if (segment.toLowerCase() !== decoded(value).toLowerCase()) return undefined;
  }
  return params;
};

const decoded = (segment: string) => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
