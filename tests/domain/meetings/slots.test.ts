import { describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { asWallClock, instantOf } from '#domain/calendar/wall-clock.ts';
import type { Busy, Diary, Told } from '#domain/meetings/availability.ts';
import type { SlotSearch } from '#domain/meetings/slot.ts';
import { offerSlots } from '#domain/meetings/slots.ts';
import { anInvitee } from './people.ts';

const DAYS = ['2026-12-07', '2026-12-08', '2026-12-09', '2026-12-10'].map(asDay);
const at = (day: string, time: string) => instantOf(asDay(day), asWallClock(time), 'Europe/London');
const busy = (day: string, from: string, to: string, more: Partial<Busy> = {}): Busy => ({
  from: at(day, from),
  to: at(day, to),
  how: 'busy',
  ...more,
});
const diary = (calendar: readonly Busy[] | null, more: Partial<Diary> = {}): Diary => ({
  calendar,
  told: [],
  lessons: [],
  reviews: [],
  ...more,
});
const told = (day: string, can: Told['can'], words: string | null = null): Told => ({
  from: at(day, '00:00'),
  to: at(day, '23:00'),
  can,
  words,
});

const RUTH = anInvitee({ name: 'Ruth Okafor' });
const TOMASZ = anInvitee({ name: 'Tomasz Zieliński', required: false });
const JOANNA = anInvitee({ name: 'Joanna Tse', part: 'health', organisation: true });
const SAIMA = anInvitee({ name: 'Saima Malik', part: 'family', person: null });
const AYAAN = anInvitee({ name: 'Ayaan', part: 'pupil', person: null, required: false });

const search = (diaries: Record<string, Diary>, more: Partial<SlotSearch> = {}): SlotSearch => ({
  days: DAYS,
  minutes: 60,
  zone: 'Europe/London',
  school: { starts: ['09:15', '14:00', '15:30'].map(asWallClock), schoolEnds: asWallClock('15:15'), rooms: [], events: [] },
  invited: [SAIMA, AYAAN, RUTH, TOMASZ, JOANNA],
  diaries: new Map([
    [RUTH.key, diary([])],
    [TOMASZ.key, diary([])],
    [JOANNA.key, diary([])],
    ...Object.entries(diaries).map(([name, one]) => [`person/${name}`, one] as const),
  ]),
  arranger: RUTH.key,
  ...more,
});

describe('three slots with reasons', () => {
  it('are on three different days, in the order of the days, with one called best', () => {
    const { slots } = offerSlots(search({}));
    expect(slots.map((slot) => slot.day)).toEqual(['2026-12-07', '2026-12-08', '2026-12-09']);
    expect(slots.filter((slot) => slot.best)).toHaveLength(1);
    expect(slots[0]).toMatchObject({ from: '09:15', to: '10:15', verdict: 'All staff and agencies can', reason: 'No lesson needs cover.' });
  });

  it('a lesson costs cover and does not make the teacher one who cannot', () => {
    const lesson = { from: at('2026-12-07', '09:00'), to: at('2026-12-07', '10:00'), name: '9 B Maths' };
    const only = { days: DAYS.slice(0, 1), school: { ...search({}).school, starts: [asWallClock('09:15')] } };
    const { slots } = offerSlots(
      search({ 'Tomasz Zieliński': diary([busy('2026-12-07', '09:00', '10:00')], { lessons: [lesson] }) }, only),
    );
    expect(slots[0]).toMatchObject({ verdict: 'All staff and agencies can', reason: 'Cover for 9 B Maths.' });
    expect(slots[0]?.answers[3]).toEqual({ can: 'maybe', words: 'Teaches 9 B Maths: cover', cover: '9 B Maths' });
  });

  it('an appointment of a teacher who also has a lesson then is still an appointment', () => {
    const lesson = { from: at('2026-12-07', '09:00'), to: at('2026-12-07', '10:00'), name: '9 B Maths' };
    const only = { days: DAYS.slice(0, 1), school: { ...search({}).school, starts: [asWallClock('09:15')] } };
    const both = [busy('2026-12-07', '09:00', '10:00'), busy('2026-12-07', '10:00', '12:00')];
    const { slots } = offerSlots(search({ 'Tomasz Zieliński': diary(both, { lessons: [lesson] }) }, only));
    expect(slots[0]?.answers[3]).toMatchObject({ can: 'no', words: 'Cannot: busy', cover: null });
  });

  it('says who cannot and why, that an agency can send advice, and who is not sure', () => {
    const only = { days: DAYS.slice(0, 2), school: { ...search({}).school, starts: [asWallClock('14:00')] } };
    const { slots } = offerSlots(
      search(
        {
          'Joanna Tse': diary([
            busy('2026-12-07', '13:00', '16:00', { subject: 'Clinic: R. Smith' }),
            busy('2026-12-08', '13:00', '16:00', { how: 'tentative' }),
          ]),
        },
        only,
      ),
    );
    expect(slots[0]).toMatchObject({ verdict: 'One cannot', urgency: 'near', reason: 'Joanna Tse, clinic; can send advice.' });
    expect(slots[1]).toMatchObject({ verdict: 'One not sure', urgency: 'near', reason: 'Joanna Tse.', best: true });
  });

  it('leaves out a time at which someone who must be there is asked to another review, whatever they replied before', () => {
    const review = { from: at('2026-12-07', '13:30'), to: at('2026-12-07', '14:30') };
    const afternoons = { days: DAYS.slice(0, 2), school: { ...search({}).school, starts: [asWallClock('14:00')] } };
    const busyThen = { 'Joanna Tse': diary(null, { reviews: [review], told: [told('2026-12-07', 'yes')] }) };
    const { slots, others } = offerSlots(search(busyThen, afternoons));
    expect(slots.map(({ day }) => day)).toEqual(['2026-12-08']);
    expect(others).toBe('1 other slot was looked at; 1 clashes with Joanna Tse.');
  });

  it('offers a time at which someone who need not be there is at another review, and says so', () => {
    const review = { from: at('2026-12-07', '13:30'), to: at('2026-12-07', '14:30') };
    const afternoon = { days: DAYS.slice(0, 1), school: { ...search({}).school, starts: [asWallClock('14:00')] } };
    const { slots } = offerSlots(search({ 'Tomasz Zieliński': diary([], { reviews: [review] }) }, afternoon));
    expect(slots[0]).toMatchObject({ verdict: 'One cannot', reason: 'Tomasz Zieliński, another review.' });
  });

  it('takes the other room where ours is held for a review, even if no calendar of a room can be seen', () => {
    const review = { from: at('2026-12-07', '13:30'), to: at('2026-12-07', '14:30') };
    const rooms = [
      { name: 'Room 4', busy: null, taken: [review] },
      { name: 'Room 5', busy: null, taken: [] },
    ];
    const afternoon = { days: DAYS.slice(0, 1), school: { ...search({}).school, starts: [asWallClock('14:00')], rooms } };
    expect(offerSlots(search({}, afternoon)).slots[0]?.room).toBe('Room 5');
    const none = { ...afternoon, school: { ...afternoon.school, rooms: rooms.slice(0, 1) } };
    expect(offerSlots(search({}, none)).slots).toEqual([]);
  });

  it('never gives away the title of an appointment', () => {
    const { slots } = offerSlots(
      search({ 'Joanna Tse': diary([busy('2026-12-07', '00:00', '23:00', { subject: 'Robin Ashby, first visit' })]) }),
    );
    expect(JSON.stringify(slots)).not.toContain('Ashby');
  });

  it('puts what a person said above their calendar, and says so in the words', () => {
    const { slots } = offerSlots(
      search({ 'Joanna Tse': diary(null, { told: [told('2026-12-07', 'yes'), told('2026-12-08', 'no', 'clinic')] }) }),
    );
    expect(slots.find((slot) => slot.day === '2026-12-07')?.answers[4]).toMatchObject({ can: 'yes', words: 'Replied yes' });
    expect(slots.map((slot) => slot.day)).not.toContain('2026-12-08');
  });

  it('does not call anyone free whose calendar was not read', () => {
    const { slots } = offerSlots(search({ 'Joanna Tse': diary(null) }));
    expect(slots[0]).toMatchObject({ verdict: 'All known can; one not known', reason: 'Not known: Joanna Tse. No lesson needs cover.' });
    const blind = offerSlots(search({ 'Joanna Tse': diary(null), 'Ruth Okafor': diary(null), 'Tomasz Zieliński': diary(null) }));
    expect(blind.slots[0]?.verdict).toBe('Nobody’s time is known');
  });

  it('asks the family and never assumes; the pupil is free during school and not sure after it', () => {
    const { slots } = offerSlots(search({}, { school: { ...search({}).school, starts: [asWallClock('15:30')] } }));
    expect(slots[0]?.answers[0]).toMatchObject({ can: 'will-be-asked', words: 'Will be asked' });
    expect(slots[0]?.answers[1]).toMatchObject({ can: 'maybe', words: 'After school' });
    expect(slots[0]).toMatchObject({ verdict: 'All staff and agencies can', reason: 'No lesson needs cover. After school.' });
  });

  it('offers no time at which the arranger is away, the school is full or there is no room; the sentence counts why', () => {
    const full = [busy('2026-12-07', '00:00', '23:00')];
    const { slots, others } = offerSlots(
      search(
        { 'Ruth Okafor': diary([busy('2026-12-08', '09:00', '11:00')]) },
        {
          school: {
            starts: ['09:15', '14:00', '15:30'].map(asWallClock),
            schoolEnds: asWallClock('15:15'),
            rooms: [{ name: 'Room 4', busy: full, taken: [] }],
            events: [{ from: at('2026-12-09', '15:00'), to: at('2026-12-09', '19:00'), words: 'parents’ evening' }],
          },
        },
      ),
    );
    expect(slots.map((slot) => slot.id)).toEqual(['2026-12-08T14:00', '2026-12-09T09:15', '2026-12-10T09:15']);
    expect(slots[0]?.room).toBe('Room 4');
    expect(others).toBe('9 other slots were looked at; 3 clash with no room, 1 with Ruth Okafor, 1 with parents’ evening.');
  });

  it('with nobody free at all, still offers the best three with who is missing', () => {
    const never = DAYS.map((day) => busy(day, '00:00', '23:00'));
    const { slots } = offerSlots(search({ 'Joanna Tse': diary(never), 'Tomasz Zieliński': diary(never) }));
    expect(slots).toHaveLength(3);
    expect(slots[0]).toMatchObject({ verdict: 'Two cannot', reason: 'Tomasz Zieliński, busy. Joanna Tse, busy; can send advice.' });
  });

  it('begins at the same time by the clock on both sides of the change of clocks', () => {
    const { slots } = offerSlots(search({}, { days: [asDay('2027-03-26'), asDay('2027-03-29')] }));
    expect(slots.map((slot) => [slot.from, slot.startsAt])).toEqual([
      ['09:15', '2027-03-26T09:15:00.000Z'],
      ['09:15', '2027-03-29T08:15:00.000Z'],
    ]);
  });
});
