import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#domain/calendar/day.ts';
import { changesIn } from '#domain/watching/moved-meeting.ts';
import { careFor, renewAfter, watched } from '#domain/watching/watched.ts';

const [library] = watched;
const at = (time: string) => `2026-12-08T${time}:00.000Z` as Instant;

describe('a subscription', () => {
  it('is renewed at half its life, opened where there is none or it ran out, and otherwise left alone', () => {
    const minutes = library!.minutes;
    expect(careFor(library!, null)).toBe('open');
    expect(careFor(library!, { minutesLeft: 0 })).toBe('open');
    expect(careFor(library!, { minutesLeft: minutes - renewAfter(library!) + 1 })).toBeNull();
    expect(careFor(library!, { minutesLeft: minutes - renewAfter(library!) })).toBe('renew');
    expect(careFor(library!, { minutesLeft: minutes - 1 }, 'renew')).toBe('renew');
  });

  it('asks for no longer than Graph allows: 42,300 minutes for a library, 10,080 for events', () => {
    const most = { library: 42_300, calendar: 10_080 };
    for (const { what, minutes } of watched) expect(minutes).toBeLessThanOrEqual(most[what]);
  });

  it('is taken only for what a deed needs, and says what catches a change that is not told', () => {
    expect(watched.map(({ what }) => what)).toEqual(['library', 'calendar']);
    for (const { forWhat, without } of watched) expect([forWhat, without].every((words) => words.length > 20)).toBe(true);
  });
});

describe('a meeting in Outlook', () => {
  const kept = {
    startsAt: at('14:00'),
    endsAt: at('15:00'),
    people: [{ id: 'g', email: 'Gareth.Pugh@hollinbank.example', reply: null }],
  };
  const now = { startsAt: at('14:00'), endsAt: at('15:00'), cancelled: false, replies: {} };

  it('that stands as it was booked changes nothing, seconds apart', () => {
    expect(changesIn(kept, { ...now, startsAt: '2026-12-08T14:00:00.000Z' as Instant })).toEqual([]);
  });

  it('that is gone or cancelled is cancelled, whatever else it says', () => {
    expect(changesIn(kept, null)).toEqual([{ kind: 'cancelled' }]);
    expect(changesIn(kept, { ...now, cancelled: true, startsAt: at('10:00') })).toEqual([{ kind: 'cancelled' }]);
  });

  it('that ends later has moved too', () => {
    expect(changesIn(kept, { ...now, endsAt: at('15:30') })).toEqual([{ kind: 'moved', startsAt: at('14:00'), endsAt: at('15:30') }]);
  });

  it('keeps a reply whatever the case of the address, and does not take one back', () => {
    const replies = { 'gareth.pugh@hollinbank.example': 'yes' } as const;
    expect(changesIn(kept, { ...now, replies })).toEqual([{ kind: 'replied', replies: [{ person: 'g', reply: 'yes' }] }]);
    expect(changesIn({ ...kept, people: [{ ...kept.people[0]!, reply: 'yes' }] }, now)).toEqual([]);
  });
});
