import { browserConfig } from '#contract/people.ts';
import { problem } from '#contract/problem.ts';
import { health, readiness } from '#contract/settings.ts';
import { type VisitAddress, visitAddresses, visitAnswers, visitRequests } from '#contract/visits.ts';
import { FEED_ADDRESS } from './feed-door.ts';
import { noticeOperations } from './notice-operations.ts';
import type { Operation } from './openapi.ts';
import type { Shapes } from './openapi-shapes.ts';

/** An address that asks for no token of a person: what it is, for the description of the API. */
export type OpenDoor = { readonly method: 'GET' | 'POST'; readonly url: string; readonly operation: Operation };

/** What somebody without an account does, who came by a link with a code. */
const VISITS: Readonly<Record<VisitAddress, string>> = {
  open: 'Looks whether a link still opens, without a child’s name.',
  code: 'Sends a code to the address of record.',
  enter: 'Enters with the code; the visit ends by itself.',
  page: 'What the link is for.',
  answer: 'Gives the answer that the link asks for.',
};
const VISIT_REFUSALS: Readonly<Record<string, string>> = {
  400: 'What was sent is not JSON.',
  403: 'Not with this link, this code or this visit.',
  404: 'There is no such link.',
  405: 'Every visit is a POST.',
  409: 'The link has ended, or what it is about has changed.',
  422: 'Not valid: `fields` names each field that was not accepted, and why.',
  429: 'Asked too often; `Retry-After` says when to go on.',
  500: 'A fault of Waymark’s own. Quote the reference.',
};

const problemWith = (shapes: Shapes, description: string) => ({
  description,
  content: { 'application/problem+json': { schema: shapes.answered(problem) } },
});

/** Addresses beside the deeds. They ask for no token: they say nothing about a pupil, or check in a way of their own who is asking. */
export const openDoors = (shapes: Shapes): readonly OpenDoor[] => [
  {
    method: 'GET',
    url: '/healthz',
    operation: {
      operationId: 'health',
      summary: 'Whether the record, the queue and Microsoft 365 answer.',
      tags: ['Service'],
      security: [],
      responses: {
        '200': { description: 'All of it answers.', content: { 'application/json': { schema: shapes.answered(health) } } },
        '503': {
          description: 'Some of it does not; `parts` says which.',
          content: { 'application/json': { schema: shapes.answered(health) } },
        },
      },
    },
  },
  {
    method: 'GET',
    url: '/readyz',
    operation: {
      operationId: 'readiness',
      summary: 'Whether this process can take work: its record and queue answer, and it is not stopping.',
      tags: ['Service'],
      security: [],
      responses: {
        '200': { description: 'It can.', content: { 'application/json': { schema: shapes.answered(readiness) } } },
        '503': { description: 'It cannot; `parts` says why.', content: { 'application/json': { schema: shapes.answered(readiness) } } },
      },
    },
  },
  {
    method: 'GET',
    url: '/faults',
    operation: {
      operationId: 'faults',
      summary: 'Every known fault and refusal by its code, as a page.',
      tags: ['Service'],
      security: [],
      responses: { '200': { description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } } },
    },
  },
  {
    method: 'GET',
    url: '/faults/{code}',
    operation: {
      operationId: 'fault',
      summary: 'What a fault or refusal means, what is kept and when it clears: the page that `type` of a problem names.',
      tags: ['Service'],
      security: [],
      parameters: [{ name: 'code', in: 'path', required: true, schema: { type: 'string', examples: ['W-101'] } }],
      responses: {
        '200': { description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } },
        '404': problemWith(shapes, 'There is no such code.'),
      },
    },
  },
  {
    method: 'GET',
    url: '/config.json',
    operation: {
      operationId: 'configuration',
      summary: 'What a browser needs to know before anyone has signed in: where and as what to sign in.',
      tags: ['Service'],
      security: [],
      responses: { '200': { description: 'Done.', content: { 'application/json': { schema: shapes.answered(browserConfig) } } } },
    },
  },
  {
    method: 'GET',
    url: '/api/openapi.json',
    operation: {
      operationId: 'description',
      summary: 'This description.',
      tags: ['Service'],
      security: [],
      responses: { '200': { description: 'An OpenAPI 3.1 document.', content: { 'application/json': { schema: { type: 'object' } } } } },
    },
  },
  {
    method: 'GET',
    url: '/api/docs',
    operation: {
      operationId: 'pages',
      summary: 'This description as a page to read and to search.',
      tags: ['Service'],
      security: [],
      responses: { '200': { description: 'A page.', content: { 'text/html': { schema: { type: 'string' } } } } },
    },
  },
  ...Object.entries(visitAddresses).map(([name, url]): OpenDoor => {
    const visit = name as VisitAddress;
    return {
      method: 'POST',
      url,
      operation: {
        operationId: `visit${name.slice(0, 1).toUpperCase()}${name.slice(1)}`,
        summary: VISITS[visit],
        tags: ['Visits'],
        security: [],
        requestBody: { required: true, content: { 'application/json': { schema: shapes.sent(visitRequests[visit]) } } },
        responses: {
          '200': { description: 'Done.', content: { 'application/json': { schema: shapes.answered(visitAnswers[visit]) } } },
          ...Object.fromEntries(Object.entries(VISIT_REFUSALS).map(([status, words]) => [status, problemWith(shapes, words)])),
        },
      },
    };
  }),
  {
    method: 'GET',
    url: FEED_ADDRESS.replace(':token', '{token}'),
    operation: {
      operationId: 'dateFeed',
      summary:
        'A calendar feed of dates, by case reference and without names. The token in the address stands for one person; `If-None-Match` is kept to.',
      tags: ['Service'],
      security: [],
      parameters: [{ name: 'token', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        '200': { description: 'An iCalendar file.', content: { 'text/calendar': { schema: { type: 'string' } } } },
        '304': { description: 'Nothing has changed.' },
        '404': problemWith(shapes, 'There is no such feed, it was ended, or its owner may no longer follow dates.'),
        '429': problemWith(shapes, 'Asked for too often; `Retry-After` says when to come again.'),
      },
    },
  },
  ...noticeOperations,
  {
    method: 'POST',
    url: '/api/messages',
    operation: {
      operationId: 'bot',
      summary: 'The bot’s own door, for Microsoft Teams alone: it checks the signature of each activity itself.',
      tags: ['Service'],
      security: [],
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { type: 'object', description: 'A Bot Framework activity.' } } },
      },
      responses: {
        '200': { description: 'Taken; the body answers an invoke.' },
        '401': { description: 'Not signed by Microsoft Teams.' },
      },
    },
  },
];
