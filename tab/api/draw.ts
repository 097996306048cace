import type { Description, Listed, Parameter, Schema } from './description.ts';
import { nameOf, wordsOf } from './words-of-schema.ts';

type Child = Node | string;

/** An element with its attributes and what stands in it. Text is only ever set as text. */
export const element = (name: string, attributes: Readonly<Record<string, string>> = {}, ...children: readonly Child[]): HTMLElement => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

const code = (text: string): HTMLElement => element('code', {}, text);

const typeCell = (schema: Schema): HTMLElement =>
  element(
    'td',
    {},
    ...wordsOf(schema).map((piece) => (typeof piece === 'string' ? piece : element('a', { href: `#schema-${piece.ref}` }, piece.ref))),
  );

const needed = (required: boolean, schema: Schema): string =>
  schema.default === undefined ? (required ? 'needed' : '') : `else ${JSON.stringify(schema.default)}`;

/** A field and, where it is a group of fields itself, those below it. */
const rowsOf = (name: string, schema: Schema, required: boolean): HTMLElement[] => {
  const inner = schema.properties ?? schema.items?.properties;
  const inside = schema.properties ? schema : (schema.items ?? {});
  const below = Object.entries(inner ?? {}).flatMap(([each, one]) =>
    rowsOf(`${name}${schema.properties ? '' : '[]'}.${each}`, one, inside.required?.includes(each) ?? false),
  );
  return [
    element('tr', {}, element('th', { scope: 'row' }, code(name)), typeCell(schema), element('td', {}, needed(required, schema))),
    ...below,
  ];
};

const table = (caption: string, rows: readonly HTMLElement[]): HTMLElement =>
  element(
    'div',
    { class: 'wide', tabindex: '0', role: 'group', 'aria-label': caption },
    element(
      'table',
      {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, ...['Field', 'What', 'Needed'].map((words) => element('th', { scope: 'col' }, words)))),
      element('tbody', {}, ...rows),
    ),
  );

const fieldsOf = (schema: Schema): HTMLElement[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, one]) => rowsOf(name, one, schema.required?.includes(name) ?? false));

/** A type in words alone, where no link is wanted. */
const plainly = (schema: Schema): string =>
  wordsOf(schema)
    .map((piece) => (typeof piece === 'string' ? piece : piece.ref))
    .join('');

/** The fields of a body or reply: a table where it has fields of its own, a link where it is a schema with a name. */
const contentOf = (title: string, schema: Schema | undefined, description: Description): HTMLElement[] => {
  if (!schema) return [];
  const named = schema.$ref ? nameOf(schema.$ref) : null;
  const whole = named ? description.components.schemas[named] : schema;
  const link = named ? [' ', element('a', { href: `#schema-${named}` }, named)] : [];
  if (!whole?.properties) return [element('p', {}, `${title}: `, ...(named ? link : [plainly(schema)]))];
  const rows = fieldsOf(whole);
  return rows.length > 14 && named ? [element('p', {}, `${title}:`, ...link)] : [element('h4', {}, title, ...link), table(title, rows)];
};

const parametersOf = (parameters: readonly Parameter[]): HTMLElement[] =>
  parameters.length === 0
    ? []
    : [
        element('h4', {}, 'In the address'),
        table(
          'In the address',
          parameters.map(({ name, in: place, required, schema = {} }) => {
            const where = place === 'header' ? 'header' : place === 'query' ? 'after ?' : 'part of the path';
            const [row] = rowsOf(name, schema, required ?? false);
            row?.append(element('td', {}, where));
            return row ?? element('tr');
          }),
        ),
      ];

/** One operation: what it is for, what is sent, what comes back, how it refuses. */
export const drawOperation = ({ method, url, operation }: Listed, description: Description): HTMLElement => {
  const id = `operation-${operation.operationId}`;
  const body = Object.entries(operation.requestBody?.content ?? {});
  const [kind, sent] = body[0] ?? [];
  const reply = operation.responses['200']?.content?.['application/json']?.schema;
  const refusals = Object.entries(operation.responses).filter(([status]) => !status.startsWith('2'));
  const refused = element(
    'details',
    {},
    element('summary', {}, `How it refuses: ${refusals.map(([status]) => status).join(', ')}`),
    element('dl', {}, ...refusals.flatMap(([status, one]) => [element('dt', {}, status), element('dd', {}, one.description)])),
  );
  return element(
    'section',
    { id, class: 'operation', 'aria-labelledby': `${id}-title` },
    element('h3', { id: `${id}-title` }, element('span', { class: 'method' }, method), ' ', code(url)),
    element('p', {}, operation.summary),
    ...(operation.security?.length === 0 ? [element('p', { class: 'second' }, 'Asks for no token.')] : []),
    ...parametersOf(operation.parameters ?? []),
    ...(sent?.schema
      ? contentOf('What is sent', sent.schema, description)
      : kind
        ? [element('p', {}, `What is sent: a file, ${kind}`)]
        : []),
    ...contentOf('What comes back', reply, description),
    ...(refusals.length > 0 ? [refused] : []),
  );
};

/** A schema with a name, for the links that lead to it; closed, and drawn when it is first opened: there are more than a hundred. */
export const drawSchema = (name: string, schema: Schema): HTMLDetailsElement => {
  const made = element('details', { id: `schema-${name}`, class: 'schema' }, element('summary', {}, name)) as HTMLDetailsElement;
  const draw = (): void => {
    const rows = fieldsOf(schema);
    made.append(rows.length > 0 ? table(name, rows) : element('p', {}, plainly(schema)));
  };
  made.addEventListener('toggle', draw, { once: true });
  return made;
};
