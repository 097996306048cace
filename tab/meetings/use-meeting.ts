import { useRef, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { EntryRequest, Meeting } from '#contract/meetings.ts';
import { freshId } from '../kit/fresh-id.ts';
import { nowWords } from '../kit/moment.ts';
import { useReach } from '../kit/reach.ts';

type ChangeAddress = 'setMember' | 'start' | 'attendance' | 'entry' | 'nextItem' | 'offRecord' | 'settleAction' | 'finish';
type Person = Meeting['people'][number];
type Attended = NonNullable<Person['attended']>;

/** Every change of a running meeting: sent with the version that was seen, shown as it comes back, kept on failure so that it can be sent again. */
export const useMeetingChanges = (meeting: Meeting) => {
  const { answers, announce } = useReach();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const [savedAt, setSavedAt] = useState('');
  const requests = useRef(new Map<string, string>());

  const send = async (address: ChangeAddress, more: object, said: string): Promise<boolean> => {
    // the same change sent again after a failure carries the same id, so that it counts once
    const key = JSON.stringify([address, more]);
    const request = requests.current.get(key) ?? freshId();
    requests.current.set(key, request);
    setBusy(true);
    setFailed(null);
    const path = { meeting: meeting.id };
    try {
      const body = { request, version: meeting.version, ...more };
      answers.put('meeting', { path }, await answers.change(address, { path, body }));
      requests.current.delete(key);
      setSavedAt(nowWords().split(' ')[1] ?? '');
      announce(said);
      return true;
    } catch (fault) {
      setFailed(fault as CallFailed);
      if ((fault as CallFailed).problem.status === 409) void answers.ask('meeting', { path });
      return false;
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    failed,
    savedAt,
    start: () => send('start', {}, 'The meeting has begun'),
    attend: (person: string, attended: Attended) => send('attendance', { people: [{ id: person, attended }] }, 'Attendance noted'),
    place: (person: string, seats: Person['seats'], excusal: Person['excusal']) => send('setMember', { person, seats, excusal }, 'Kept'),
    add: (entry: Omit<EntryRequest, 'request' | 'version'>) => send('entry', entry, `Added: ${entry.kind}`),
    next: (item?: number) => send('nextItem', item === undefined ? {} : { item }, 'Next item'),
    offRecord: (off: boolean) => send('offRecord', { off }, off ? 'Off the record' : 'Back on the record'),
    settle: (action: string, owner: string, due: string) => send('settleAction', { action, owner, due }, 'Action has an owner and a date'),
    finish: () => send('finish', {}, 'The meeting is finished'),
  };
};

export type MeetingChanges = ReturnType<typeof useMeetingChanges>;
