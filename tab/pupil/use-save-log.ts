import { useRef, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { LogRequest, ScoreRequest } from '#contract/pupils.ts';
import type { Day } from '#domain/calendar/day.ts';
import { freshId } from '../kit/fresh-id.ts';
import { useReach } from '../kit/reach.ts';
import { type LogEntry, SOMEONE_ELSE } from './log-entry.ts';

const logRequest = (entry: LogEntry, request: string): LogRequest => ({
  request,
  kind: entry.kind === 'observation' ? 'observation' : 'call',
  on: entry.on as Day,
  words: entry.words.trim(),
  ...(entry.kind === 'call' && entry.contact && entry.contact !== SOMEONE_ELSE ? { contact: entry.contact } : {}),
  ...(entry.kind === 'call' && Number(entry.minutes) ? { minutes: Number(entry.minutes) } : {}),
  ...(entry.promise.trim() ? { promise: entry.promise.trim(), promiseDue: entry.promiseDue as Day } : {}),
});

const scoreRequest = (entry: LogEntry, request: string): ScoreRequest => ({
  request,
  on: entry.on as Day,
  value: Number(entry.value),
  ...(entry.words.trim() ? { note: entry.words.trim() } : {}),
});

/** Saves an entry once, however often it is sent; afterwards the pages that show it are read anew and the result is announced. */
export const useSaveLog = (pupil: string, onSaved: () => void) => {
  const { answers, announce } = useReach();
  const request = useRef(freshId());
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const save = async (entry: LogEntry) => {
    setBusy(true);
    setFailed(null);
    try {
      const saved =
        entry.kind === 'score'
          ? await answers.change('score', { path: { goal: entry.goal }, body: scoreRequest(entry, request.current) })
          : await answers.change('log', { path: { pupil }, body: logRequest(entry, request.current) });
      announce(saved.words);
      void answers.ask('pupil', { path: { pupil } });
      if (entry.promise) void answers.ask('today');
      onSaved();
    } catch (fault) {
      setFailed(fault as CallFailed);
      setBusy(false);
    }
  };
  return { save, busy, failed };
};
