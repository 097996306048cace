import { z } from 'zod';
import { id } from '#contract/fields.ts';
import { changeCalendarRequest, previewCalendarRequest } from '#contract/school-calendar.ts';
import { to, toSeen } from '../http/route.ts';

const school = z.strictObject({ school: id });
const change = z.strictObject({ change: id });

/** Calendars of schools, and what a change of one moved. */
export const calendarRoutes = {
  calendars: to({}, (casework, actor) => casework.openCalendars(actor)),
  previewCalendar: to({ path: school, body: previewCalendarRequest }, (casework, actor, ask) => casework.previewCalendar(actor, ask)),
  changeCalendar: toSeen({ path: school, body: changeCalendarRequest }, (casework, actor, ask) => casework.changeCalendar(actor, ask)),
  datesMoved: to({ path: change }, (casework, actor, ask) => casework.openDatesMoved(actor, ask)),
};
