import { z } from 'zod';
import {
  correctEventRequest,
  previewEventRequest,
  recordEventRequest,
  restoreEventRequest,
  withdrawEventRequest,
} from '#contract/case-events.ts';
import { id } from '#contract/fields.ts';
import { to, toSeen } from '../http/route.ts';

const pupil = z.strictObject({ pupil: id });
const ofEvent = z.strictObject({ pupil: id, event: id });

/** What happened in a case, as the clocks read it. Whatever changes an event names the version that was seen. */
export const clockRoutes = {
  datesExplained: to({}, (casework, actor) => casework.openDatesExplained(actor)),
  caseEvents: to({ path: pupil }, (casework, actor, ask) => casework.openEvents(actor, ask)),
  previewEvent: to({ path: pupil, body: previewEventRequest }, (casework, actor, ask) => casework.previewEvent(actor, ask)),
  recordEvent: to({ path: pupil, body: recordEventRequest }, (casework, actor, ask) => casework.recordEvent(actor, ask)),
  correctEvent: toSeen({ path: ofEvent, body: correctEventRequest }, (casework, actor, ask) => casework.correctEvent(actor, ask)),
  withdrawEvent: toSeen({ path: ofEvent, body: withdrawEventRequest }, (casework, actor, ask) => casework.withdrawEvent(actor, ask)),
  restoreEvent: toSeen({ path: ofEvent, body: restoreEventRequest }, (casework, actor, ask) => casework.restoreEvent(actor, ask)),
};
