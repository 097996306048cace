import type { Day } from '#domain/calendar/day.ts';
import { hollinBankCalendars } from './calendars.ts';
import { hollinBankClasses } from './classes.ts';
import { hollinBankDocuments } from './documents.ts';
import { madeUpId } from './made-up-id.ts';
import { hollinBankRoll } from './roll.ts';
import type { MadeUpSchool } from './school.ts';
import { DOMAIN, hollinBankStaff } from './staff.ts';
import { storyDays } from './story-days.ts';

/**
 * Hollin Bank School, made up from end to end: all-through, Reception to Year 11, about 1,200 pupils. The same today gives the same
 * school, down to every id; another today gives the same people with their stories told around that day.
 */
export const hollinBank = (today: Day): MadeUpSchool => {
  const days = storyDays(today);
  const pupils = hollinBankRoll(days);
  return {
    organisation: { tenantId: madeUpId('tenant'), name: 'Hollin Bank School', domain: DOMAIN, timeZone: 'Europe/London' },
    school: { id: madeUpId('school'), name: 'Hollin Bank School', code: '990/4016' },
    staff: hollinBankStaff(),
    pupils,
    classes: hollinBankClasses(pupils),
    calendar: hollinBankCalendars(days),
    documents: hollinBankDocuments(days),
  };
};
