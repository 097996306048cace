/** What this page reads of the OpenAPI document; whatever else stands in it is not drawn. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
};
type Content = Readonly<Record<string, { readonly schema?: Schema }>>;
export type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: Schema };
export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
  readonly security?: readonly object[];
};
export type Description = {
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

/** One operation with its place. */
export type Listed = { readonly method: string; readonly url: string; readonly operation: Operation };

/** All operations in the order of the document, by their tag. */
export const byTag = ({ paths }: Description): ReadonlyMap<string, readonly Listed[]> => {
  const found = new Map<string, Listed[]>();
  for (const [url, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags[0] ?? '';
      found.set(tag, [...(found.get(tag) ?? []), { method: method.toUpperCase(), url, operation }]);
    }
  return found;
};

/** All that an operation says, down to the fields of the schemas it refers to; what is searched. */
export const textOf = ({ method, url, operation }: Listed, { components }: Description): string => {
  const own = `${method} ${url} ${operation.operationId} ${operation.summary} ${JSON.stringify([operation.parameters, operation.requestBody, operation.responses['200']])}`;
  const schemas = [...own.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => JSON.stringify(components.schemas[name]));
  return [own, ...schemas].join(' ').toLowerCase();
};

/** Whether every word that is searched for stands somewhere in the text. */
export const holdsAll = (text: string, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
