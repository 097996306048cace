import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { contactDetail, restrictionWords } from '#domain/pupils/contact-words.ts';
import { documentTitle } from '#domain/pupils/document-title.ts';
import { loggedWords, logProblems } from '#domain/pupils/log-words.ts';
import { stageWords } from '#domain/pupils/stage-words.ts';
import { inTimelineOrder, logEntry, type TimelineEntry } from '#domain/pupils/timeline.ts';
import { yearWords } from '#domain/pupils/year-words.ts';

const day = asDay;
const TODAY = day('2026-11-23');

describe('words about a pupil', () => {
  it.each([
    ['none', null, 'england', 'Not on the support register'],
    ['monitoring', '2026-09-14', 'england', 'Watched since Sep 2026'],
    ['support', '2024-01-15', 'england', 'SEN Support since Jan 2024'],
    ['assessment', '2024-01-15', 'england', 'SEN Support since Jan 2024 · EHC assessment under way'],
    ['plan', null, 'england', 'EHC plan'],
    ['support', '2024-01-15', 'idea', 'Intervention since Jan 2024'],
    ['assessment', null, 'idea', 'Referred · initial evaluation under way'],
    ['plan', '2026-09-14', 'idea', 'IEP since Sep 2026'],
  ] as const)('stage %s since %s in %s reads “%4$s”', (stage, since, nation, words) => {
    expect(stageWords(stage, since === null ? null : day(since), nation)).toBe(words);
  });

  it.each([
    [0, 'england', 'Reception'],
    [6, 'england', 'Year 6'],
    [0, 'idea', 'Kindergarten'],
    [6, 'idea', 'Grade 6'],
  ] as const)('year group %i in %s reads “%s”', (year, nation, words) => {
    expect(yearWords(year, nation)).toBe(words);
  });

  it.each([
    ['WM-0271 careers advice 2026-11-20.docx', 'Careers advice'],
    ['WM-0412 draft EHC plan 2026-11-09.pdf', 'Draft EHC plan'],
    ['letter.docx', 'Letter'],
    ['.docx', ''],
  ])('the file %s is called “%s”', (name, title) => {
    expect(documentTitle(name)).toBe(title);
  });

  it('how a contact is reached leaves out what is not known', () => {
    expect(contactDetail({ prefers: 'Phone, after 15:00', phone: null, language: 'English', needsInterpreter: false })).toBe(
      'Phone, after 15:00 · reads English',
    );
    expect(contactDetail({ prefers: null, phone: null, language: 'Urdu', needsInterpreter: true })).toBe('needs Urdu interpreter');
    expect(contactDetail({ prefers: null, phone: null, language: null, needsInterpreter: false })).toBe('');
  });

  it('a restriction names ground and day with its year', () => {
    expect(restrictionWords('Court order seen by Ruth Okafor', day('2026-03-04'))).toBe('Court order seen by Ruth Okafor, Wed 4 Mar 2026');
    expect(restrictionWords(null, null)).toBeNull();
  });
});

describe('an entry in the log', () => {
  const mark = { name: 'Mark Reid', restricted: true };

  it('is announced with the person, and a restricted one only as somebody who rang', () => {
    expect(loggedWords('call', { name: 'Fiona Reid', restricted: false }, 'Callum Reid')).toBe('Logged: call with Fiona Reid');
    expect(loggedWords('call', mark, 'Callum Reid')).toBe('Logged: call received from Mark Reid');
    expect(loggedWords('observation', null, 'Callum Reid')).toBe('Logged: observation for Callum Reid');
  });

  it('may be of today or earlier, and a promise is due on its day or after', () => {
    expect(logProblems({ kind: 'call', on: TODAY, promise: 'Ring back', promiseDue: TODAY }, null, TODAY)).toEqual([]);
    expect(logProblems({ kind: 'call', on: day('2026-11-24') }, null, TODAY).map(({ field }) => field)).toEqual(['on']);
    expect(
      logProblems({ kind: 'call', on: TODAY, promise: 'Ring back', promiseDue: day('2026-11-20') }, null, TODAY).map(({ field }) => field),
    ).toEqual(['promiseDue']);
  });

  it.each([
    ['call', 0],
    ['note', 0],
    ['message', 1],
    ['visit', 1],
    ['observation', 1],
  ] as const)('a %s with a restricted contact has %i thing in its way', (kind, problems) => {
    expect(logProblems({ kind, on: TODAY }, mark, TODAY)).toHaveLength(problems);
  });
});

describe('the timeline', () => {
  const fact = {
    id: 'n',
    on: TODAY,
    at: null,
    kind: 'restricted-note' as const,
    words: null,
    with: null,
    minutes: null,
    by: 'the safeguarding lead',
    openTo: 1,
    openToReader: false,
  };

  it('a restricted note says by whom and to how many it is open, and no more', () => {
    expect(logEntry(fact)).toMatchObject({
      words: 'A restricted note exists',
      detail: 'Written by the safeguarding lead · open to one person · you are not one of them',
    });
  });

  it('of one day the later moment stands first', () => {
    const at = (id: string, on: string, time: string | null): TimelineEntry => ({
      id,
      on: day(on),
      at: time as TimelineEntry['at'],
      by: null,
      kind: 'note',
      words: '',
      detail: '',
      link: null,
    });
    const entries = [
      at('noon', '2026-11-20', '2026-11-20T12:00:00.000Z'),
      at('old', '2026-11-02', null),
      at('three', '2026-11-20', '2026-11-20T15:00:00.000Z'),
      at('new', '2026-11-23', null),
    ];
    expect(inTimelineOrder(entries).map(({ id }) => id)).toEqual(['new', 'three', 'noon', 'old']);
  });
});
