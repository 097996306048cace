import { useState } from 'react';
import type { SchoolCalendarPage } from '#contract/school-calendar.ts';
import { PageHeader } from '../../kit/page-header.tsx';
import { Section } from '../../kit/section.tsx';
import { Empty, FailedBar, SkeletonRows, StaleBar } from '../../kit/states.tsx';
import { Tabs } from '../../kit/tabs.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import './calendar.css';
import { CalendarChanges } from './calendar-changes.tsx';
import { CalendarEditor } from './calendar-editor.tsx';

/** The school's calendar: terms, days off, and days closed later; what a change moves is shown before it is saved. */
export const CalendarPart = () => {
  const { answer, failed, asOf, again } = useAnswer('calendars');
  const [chosen, setChosen] = useState<string | null>(null);
  const school: SchoolCalendarPage | undefined = answer?.schools.find((one) => one.school === chosen) ?? answer?.schools[0];
  return (
    <>
      <PageHeader title="School calendar" aside="School days and closures move some of the law’s dates." />
      {failed ? (
        <section className="wm-section" aria-label="Not shown anew">
          {answer ? <StaleBar asOf={asOf} again={again} /> : <FailedBar failed={failed} again={again} />}
        </section>
      ) : null}
      {answer && answer.schools.length > 1 ? (
        <Tabs
          label="School"
          value={school?.school ?? ''}
          options={answer.schools.map((one) => ({ value: one.school, words: one.name }))}
          onChoose={setChosen}
        />
      ) : null}
      {school && answer ? (
        <>
          <CalendarEditor key={school.school} calendar={school} may={answer.may && !failed} />
          <CalendarChanges changes={school.changes} />
        </>
      ) : answer ? (
        <Section title="Calendar">
          <Empty title="You belong to no school yet">Once a role is given to you at a school, its calendar is here.</Empty>
        </Section>
      ) : failed ? null : (
        <Section title="Calendar">
          <SkeletonRows />
        </Section>
      )}
    </>
  );
};
