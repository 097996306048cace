import type { JsonSchema } from './openapi-shapes.ts';

const REFERENCE = /"#\/components\/schemas\/(\w+)"/g;

/** Names of schemas that some text refers to. */
const referredTo = (value: unknown): string[] => [...JSON.stringify(value).matchAll(REFERENCE)].map(([, name = '']) => name);

/**
 * Leaves the components that are used, directly or through others. A shape that is only ever sent keeps its plain name: `BookRequest`, not
 * `BookRequestAsSent`.
 */
export const inUse = <P extends object>(paths: P, components: Readonly<Record<string, JsonSchema | undefined>>) => {
  const used = new Set<string>();
  const follow = (names: readonly string[]): void => {
    for (const name of names.filter((one) => !used.has(one))) {
      used.add(name);
      follow(referredTo(components[name] ?? {}));
    }
  };
  follow(referredTo(paths));
  const plain = (name: string): string => {
    const short = name.replace(/AsSent$/, '');
    return used.has(short) ? name : short;
  };
  const renamed = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replace(REFERENCE, (_, name: string) => `"#/components/schemas/${plain(name)}"`)) as T;
  const kept = [...used].sort().map((name) => [plain(name), renamed(components[name] ?? {})] as const);
  return { paths: renamed(paths), components: Object.fromEntries(kept) };
};
