import { lifecycleEvents } from '#domain/watching/watched.ts';
import { LIFECYCLE, NOTICES } from '../watching/keep-watch-task.ts';
import type { OpenDoor } from './open-doors.ts';
import type { JsonSchema } from './openapi-shapes.ts';

const text: JsonSchema = { type: 'string' };

/** What is read of a delivery; whatever else stands in it is left alone. */
const deliveryOf = (own: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties: {
    value: {
      type: 'array',
      items: {
        type: 'object',
        required: ['subscriptionId'],
        properties: { subscriptionId: text, clientState: { ...text, description: 'The secret of the subscription.' }, ...own },
      },
    },
  },
});

const doorFor = (url: string, operationId: string, summary: string, delivery: JsonSchema): OpenDoor => ({
  method: 'POST',
  url,
  operation: {
    operationId,
    summary,
    tags: ['Service'],
    security: [],
    parameters: [
      {
        name: 'validationToken',
        in: 'query',
        required: false,
        description: 'Sent once, when a subscription is made; it is answered as it came.',
        schema: text,
      },
    ],
    requestBody: { required: false, content: { 'application/json': { schema: delivery } } },
    responses: {
      '200': { description: 'The validation token.', content: { 'text/plain': { schema: text } } },
      '202': { description: 'Taken, whether or not the subscription is known here.' },
      '503': { description: 'The record does not answer; Microsoft 365 delivers again.' },
    },
  },
});

/** The addresses at which Microsoft 365 tells of changes, for the description of the API. */
export const noticeOperations: readonly OpenDoor[] = [
  doorFor(
    NOTICES,
    'notices',
    'Where Microsoft 365 says that the library or the calendar has changed. A delivery is believed by its secret.',
    deliveryOf({}),
  ),
  doorFor(
    LIFECYCLE,
    'noticesOfLifecycle',
    'Where Microsoft 365 says that a subscription ends, or that notices were lost.',
    deliveryOf({ lifecycleEvent: { ...text, enum: [...lifecycleEvents] } }),
  ),
];
