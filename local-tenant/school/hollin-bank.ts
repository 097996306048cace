import type { Day } from '#domain/calendar/day.ts';
import { hollinBankCalendars } from './calendars.ts';
import type { Case } from './casework.ts';
import { hollinBankClasses } from './classes.ts';
import { hollinBankDocuments } from './documents.ts';
import { madeUpId } from './made-up-id.ts';
import { hollinBankRegister } from './register/register.ts';
import { hollinBankWorkbooks } from './register-workbook.ts';
import { hollinBankRoll } from './roll.ts';
import type { MadeUpSchool } from './school.ts';
import { DOMAIN, hollinBankStaff, MEETING_ROOMS } from './staff.ts';
import { type StoryDays, storyDays } from './story-days.ts';
import { hollinBankTerms } from './terms.ts';

/** The made-up school with its casework: what `server/seed.ts` writes into the record. */
export type SchoolWithCasework = MadeUpSchool & {
  readonly cases: readonly Case[];
  readonly calendarFacts: object;
  readonly days: StoryDays;
};

/**
 * Hollin Bank School, made up from end to end: all-through, Reception to Year 11, about 1,200 pupils. The same today gives the same
 * school, down to every id; another today gives the same people with their stories told around that day.
 */
export const hollinBank = (today: Day): SchoolWithCasework => {
  const days = storyDays(today);
  const pupils = hollinBankRoll(days);
  const cases = hollinBankRegister(pupils, days);
  return {
    organisation: { tenantId: madeUpId('tenant'), name: 'Hollin Bank School', domain: DOMAIN, timeZone: 'Europe/London' },
    school: { id: madeUpId('school'), name: 'Hollin Bank School', code: '990/4016' },
    staff: hollinBankStaff(),
    pupils,
    classes: hollinBankClasses(pupils),
    calendar: hollinBankCalendars(days),
    documents: hollinBankDocuments(days),
    workbooks: hollinBankWorkbooks(pupils, cases, days),
    cases,
    calendarFacts: {
      ...hollinBankTerms(today),
      meetings: {
        schoolEnds: '15:15',
        rooms: MEETING_ROOMS.map(({ givenName, surname, upn }) => ({ name: `${givenName} ${surname}`, email: upn })),
        events: [{ day: days.on('2026-12-15'), from: '15:30', to: '19:00', words: 'parents’ evening' }],
      },
    },
    days,
  };
};
