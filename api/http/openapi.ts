import type { z } from 'zod';
import { type Address, addresses } from '#contract/addresses.ts';
import { answers } from '#contract/answers.ts';
import { meanings } from '#contract/meanings.ts';
import { problem } from '#contract/problem.ts';
import { openDoors } from './open-doors.ts';
import { type JsonSchema, openApiShapes, type Shapes } from './openapi-shapes.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';
import { inUse } from './schemas-in-use.ts';

/** An OpenAPI 3.1 document, as plain data. */
export type OpenApi = { readonly openapi: '3.1.0'; readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> } & {
  readonly [key: string]: unknown;
};
export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly responses: Readonly<Record<string, JsonSchema>>;
  readonly parameters?: readonly JsonSchema[];
  readonly requestBody?: JsonSchema;
  readonly security?: readonly JsonSchema[];
};

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const ABOUT = `What the pages, the bot and the Word pane of Waymark themselves speak.

Every request carries \`Authorization: Bearer …\`, an Entra ID access token with the scope \`access_as_user\`. What is sent is held to its shape:
a field that is not known here is refused by name. Every refusal is a problem document (RFC 9457) with words fit to show a person and a
\`reference\`, which is also in \`X-Request-Id\` and in the log. A record that the reader may not know of is "not found", in the same words as one
that does not exist.`;

/** How this door refuses, by status. `when` picks the operations that can answer so. */
const REFUSALS: readonly { readonly status: number; readonly words: string; readonly when: (route: AnyRoute) => boolean }[] = [
  { status: 400, words: 'What was sent is not JSON, or not as long as it says.', when: ({ shapes }) => shapes.body !== undefined },
  { status: 401, words: 'Not signed in, or the token has run out.', when: () => true },
  { status: 403, words: 'The reader may know of this, and may not do it.', when: () => true },
  { status: 404, words: 'There is no such record, or it is not the reader’s to know of.', when: ({ shapes }) => shapes.path !== undefined },
  { status: 409, words: 'Not ready yet, or changed meanwhile; the words say which.', when: ({ shapes }) => shapes.body !== undefined },
  { status: 412, words: 'Somebody else saved meanwhile: `conflict` holds both editions.', when: ({ ifMatch }) => ifMatch === true },
  { status: 413, words: 'Larger than this address takes in one piece.', when: ({ shapes }) => shapes.body !== undefined },
  { status: 415, words: 'Another kind of content than this address reads.', when: ({ shapes }) => shapes.body !== undefined },
  { status: 422, words: 'Not valid: `fields` names each field that was not accepted, and why.', when: () => true },
  { status: 428, words: '`If-Match` is missing.', when: ({ ifMatch }) => ifMatch === true },
  { status: 429, words: 'Asked for a lot at once; `Retry-After` says when to go on.', when: () => true },
  { status: 500, words: 'A fault of Waymark’s own. Quote the reference.', when: () => true },
  { status: 503, words: 'The record or Microsoft 365 does not answer just now; `Retry-After` says when to ask again.', when: () => true },
];

type AnyRoute = Route<unknown>;

const IF_MATCH: JsonSchema = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The version that was seen, as the entry names it.',
  schema: { type: 'string', pattern: '^"\\d{1,9}"$', examples: ['"7"'] },
};

const refusal = (shapes: Shapes, description: string): JsonSchema => ({
  description,
  content: { 'application/problem+json': { schema: shapes.answered(problem) } },
});

/** `/api/pupils/:pupil/log` as OpenAPI writes it: `/api/pupils/{pupil}/log`. */
export const templateOf = (address: string): string => address.replace(/:(\w+)/g, '{$1}');

/** Operations stand together by the first word of their address. */
const tagOf = (address: string): string => {
  const [, word = ''] = /^\/api\/([\w-]+)/.exec(address) ?? [];
  return word.slice(0, 1).toUpperCase() + word.slice(1).replaceAll('-', ' ');
};

/** The fields of a path or query shape as parameters. */
const parametersOf = (shapes: Shapes, shape: z.ZodType | undefined, place: 'path' | 'query'): JsonSchema[] => {
  if (!shape) return [];
  const { properties = {}, required = [] } = shapes.sent(shape) as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }));
};

const bodyOf = (shapes: Shapes, { shapes: { body }, bytes }: AnyRoute): { requestBody?: JsonSchema } => {
  if (!body) return {};
  const content = bytes
    ? { [DOCX]: {}, 'application/octet-stream': {} }
    : { 'application/json': { schema: shapes.sent(body as z.ZodType) } };
  return { requestBody: { required: true, content } };
};

const operationOf = (shapes: Shapes, name: Address): Operation => {
  const [, url = ''] = addresses[name].split(' ');
  const route = routes[name] as AnyRoute;
  const parameters = [
    ...(route.ifMatch ? [IF_MATCH] : []),
    ...parametersOf(shapes, route.shapes.path as z.ZodType | undefined, 'path'),
    ...parametersOf(shapes, route.shapes.query as z.ZodType | undefined, 'query'),
  ];
  const ok = { description: 'Done.', content: { 'application/json': { schema: shapes.answered(answers[name]) } } };
  const refused = REFUSALS.filter(({ when }) => when(route)).map(({ status, words }) => [String(status), refusal(shapes, words)] as const);
  return {
    operationId: name,
    summary: meanings[name],
    tags: [tagOf(url)],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(shapes, route),
    responses: Object.fromEntries([['200', ok] as const, ...refused]),
  };
};

/**
 * The API described in OpenAPI 3.1, made from the shapes that requests and replies are held to: what stands here is what is enforced.
 * Complete by construction: the list of addresses, their routes, replies and sentences are keyed by the same names.
 */
export const openApiDocument = (): OpenApi => {
  const shapes = openApiShapes();
  const paths: Record<string, Record<string, Operation>> = {};
  const put = (method: string, url: string, operation: Operation): void => {
    paths[url] = { ...paths[url], [method.toLowerCase()]: operation };
  };
  for (const [name, address] of Object.entries(addresses) as [Address, string][]) {
    const [method = 'GET', url = ''] = address.split(' ');
    put(method, templateOf(url), operationOf(shapes, name));
  }
  for (const { method, url, operation } of openDoors(shapes)) put(method, url, operation);
  const used = inUse(paths, shapes.components);
  return {
    openapi: '3.1.0',
    info: { title: 'Waymark', version: '1', summary: 'Special educational needs casework inside Microsoft 365', description: ABOUT },
    servers: [{ url: '/', description: 'The Waymark that serves this page' }],
    security: [{ entra: [] }],
    tags: [...new Set(Object.values(paths).flatMap((one) => Object.values(one).flatMap(({ tags }) => tags)))].map((name) => ({ name })),
    paths: used.paths,
    components: {
      schemas: used.components,
      securitySchemes: {
        entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An Entra ID v2 access token for Waymark.' },
      },
    },
  };
};
