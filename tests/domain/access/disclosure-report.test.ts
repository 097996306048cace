import { describe, expect, it } from '@jest/globals';
import { type DisclosedLine, disclosureReport } from '#domain/access/disclosure-report.ts';
import { onlyLooked, seenWords } from '#domain/access/seen-words.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';

const about = {
  pupil: 'Callum Reid',
  school: 'Hollin Bank School',
  today: '2026-11-23' as Day,
  zone: 'Europe/London',
  since: '2026-11-20' as Day,
  restrictedNotes: 0,
  lists: 0,
};
const line = (at: string, more: Partial<DisclosedLine> = {}): DisclosedLine => ({
  at: `${at}:00.000Z` as Instant,
  who: 'Ruth Okafor, SEND coordinator',
  what: 'Opened the record',
  why: 'Coordinator of the school',
  kind: 'seen',
  outside: false,
  ...more,
});

describe('the report for a family who asks who has seen the record', () => {
  const morning = [
    line('2026-11-23T09:32', { what: 'Opened contacts' }),
    line('2026-11-23T09:10', { what: 'Changed needs', kind: 'changed' }),
    line('2026-11-23T09:02'),
    line('2026-11-23T09:01'),
    line('2026-11-23T09:00', { who: 'Anna Devlin, class teacher', why: 'teaches 6 Oak' }),
    line('2026-11-20T16:00'),
  ];

  it('tells in one line, with its date, what one person did on one day', () => {
    expect(disclosureReport(morning, about).parts[1]?.lines).toEqual([
      {
        when: 'Mon 23 Nov 2026, 09:01 to 09:32',
        who: 'Ruth Okafor, SEND coordinator',
        what: 'Opened the record, contacts; changed needs',
        why: 'Coordinator of the school',
      },
      { when: 'Mon 23 Nov 2026, 09:00', who: 'Anna Devlin, class teacher', what: 'Opened the record', why: 'teaches 6 Oak' },
      { when: 'Fri 20 Nov 2026, 16:00', who: 'Ruth Okafor, SEND coordinator', what: 'Opened the record', why: 'Coordinator of the school' },
    ]);
  });

  it('tells each thing that was sent by itself, and everything by itself in a table', () => {
    const sent = { who: 'Fiona Reid, mother', what: 'Sent. Letter: Invitation', kind: 'sent', why: 'Sent by Ruth Okafor' } as const;
    const twice = [line('2026-11-23T09:00', sent), line('2026-11-23T10:00', sent)];
    expect(disclosureReport(twice, about).parts[0]?.lines).toHaveLength(2);
    expect(disclosureReport(morning, about, true).parts[1]?.lines).toHaveLength(6);
  });

  it('says in words what was done with which part, and of restricted notes nothing', () => {
    expect(seenWords('open-entries', 'Contacts')).toBe('Opened contacts');
    expect(seenWords('record-entry', 'Needs')).toBe('Added to needs');
    expect(seenWords('open-entries')).toBe('Opened a part of the record');
    expect(['open-entries', 'entry-history', 'list-copies', 'read-case-folder'].every(onlyLooked)).toBe(true);
    expect(['record-entry', 'correct-event', 'log', 'read-link-code'].some(onlyLooked)).toBe(false);
  });
});
