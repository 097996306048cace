import { type Filled, fillTemplate, type TemplateFile } from '#api/plans/document/fill.ts';
import type { AddIn } from '#api/plans/document/meta.ts';
import type { Unreadable } from '#api/plans/document/package.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { type MeetingRecord, minutesBlocks } from '#domain/plans/minutes.ts';

/** The minutes of a meeting as a .docx, in Waymark's template or the school's own. */
export function composeMinutes(meeting: MeetingRecord, template: TemplateFile, issuedAt: Instant, addIn?: AddIn): Filled | Unreadable {
  return fillTemplate(template, minutesBlocks(meeting, template.mapping), {
    planId: meeting.meetingId,
    kind: 'minutes',
    version: meeting.version,
    caseRef: meeting.caseRef,
    title: `Minutes ${meeting.caseRef} ${meeting.on}`,
    issuedAt,
    template: { id: template.mapping.id, version: template.mapping.version },
    ...(addIn ? { addIn } : {}),
  });
}
