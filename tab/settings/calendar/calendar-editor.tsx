import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { CalendarPreview, SchoolCalendarPage } from '#contract/school-calendar.ts';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';
import { counted } from '../../kit/stage-words.ts';
import { Bar, FailedBar } from '../../kit/states.tsx';
import { ClosureLines, OffLines, TermLines } from './calendar-lines.tsx';
import { CalendarMoves } from './calendar-moves.tsx';
import { factsIn, type TypedCalendar, typedFrom, unfinished } from './typed-calendar.ts';

/** Terms, days off and closures in fields. *Show what moves* first, then *Save*: nothing is changed unseen. */
export const CalendarEditor = ({ calendar, may }: { calendar: SchoolCalendarPage; may: boolean }) => {
  const { answers, announce } = useReach();
  const [typed, setTyped] = useState(() => typedFrom(calendar.facts));
  const [seen, setSeen] = useState(calendar.version);
  const [preview, setPreview] = useState<CalendarPreview | null>(null);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState('');
  const changed = JSON.stringify(factsIn(typed)) !== JSON.stringify(calendar.facts);

  // a newer version comes into the fields by itself only where nothing was typed
  useEffect(() => {
    if (calendar.version === seen || changed) return;
    setTyped(typedFrom(calendar.facts));
    setSeen(calendar.version);
  }, [calendar, seen, changed]);

  const change = (part: Partial<TypedCalendar>) => {
    setTyped({ ...typed, ...part });
    setPreview(null);
    setFailed(null);
    setSaved('');
  };
  const facts = factsIn(typed);
  const missing = unfinished(typed);
  const path = { school: calendar.school };

  const doing = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailed(null);
    await work().catch((fault) => setFailed(fault as CallFailed));
    setBusy(false);
  };
  const show = () =>
    doing(async () => {
      const found = await answers.change('previewCalendar', { path, body: { facts } });
      setPreview(found);
      announce(found.moved.length === 0 ? 'No date moves.' : `${counted(found.moved.length, 'date moves', 'dates move')}.`);
    });
  const save = () =>
    doing(async () => {
      const done = await answers.change('changeCalendar', { path, ifMatch: seen, body: { facts } });
      const told = done.told.length ? ` Told: ${done.told.join(', ')}.` : '';
      const words = `Saved. ${done.moved.length === 0 ? 'No date moved.' : `${counted(done.moved.length, 'date moved', 'dates moved')}.`}${told}`;
      setTyped(typedFrom(done.calendar.facts));
      setSeen(done.calendar.version);
      setPreview(null);
      setSaved(words);
      announce(words);
      void answers.ask('calendars');
    });
  const takeNew = () => {
    setTyped(typedFrom(calendar.facts));
    setSeen(calendar.version);
    setPreview(null);
    setFailed(null);
  };

  return (
    <>
      {failed ? (
        <section className="wm-section" aria-label="Not saved">
          <FailedBar
            failed={failed}
            {...(failed.problem.status === 412
              ? { again: () => void answers.ask('calendars').then(takeNew), words: 'Show what stands now' }
              : {})}
          />
        </section>
      ) : null}
      {saved ? (
        <section className="wm-section" aria-label="Saved">
          <Bar urgency="info">{saved}</Bar>
        </section>
      ) : null}
      <ClosureLines typed={typed} may={may} change={change} />
      <TermLines calendar={calendar} typed={typed} may={may} change={change} />
      <OffLines typed={typed} may={may} change={change} />
      {may ? (
        <Section title="Before it is saved">
          <div className="calendar-foot">
            {preview ? <CalendarMoves preview={preview} /> : null}
            {missing.length > 0 && changed ? <p className="wm-second">Still needed: {missing.join('; ')}.</p> : null}
            <div className="settings-buttons">
              <Button size="small" disabled={!changed || !facts || busy} onClick={() => void show()}>
                Show what moves
              </Button>
              <Button size="small" appearance="primary" disabled={!preview || busy} onClick={() => void save()}>
                Save the calendar
              </Button>
              {changed ? (
                <Button size="small" appearance="subtle" onClick={takeNew}>
                  Leave it as it was
                </Button>
              ) : (
                <span className="wm-second">Nothing is changed.</span>
              )}
            </div>
          </div>
        </Section>
      ) : null}
    </>
  );
};
