import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { RollOver } from '#contract/roll-over.ts';
import { PageHeader } from '../../kit/page-header.tsx';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';
import { counted } from '../../kit/stage-words.ts';
import { Bar, FailedBar, SkeletonRows } from '../../kit/states.tsx';
import { useAnswer } from '../../kit/use-answer.ts';
import type { Doing } from './doing.tsx';
import { HandOver } from './hand-over.tsx';
import { LastStep } from './last-step.tsx';
import { MoveGroups } from './move-groups.tsx';
import { NewClasses } from './new-classes.tsx';
import './roll-over.css';
import { TakeStep } from './take-step.tsx';

/** The step into the next school year: looked at, settled where the rule is wrong, taken in one press, and taken back. */
export const RollOverPart = () => {
  const [school, setSchool] = useState('');
  const query = school ? { school } : undefined;
  const { answer, failed, again } = useAnswer('rollOver', undefined, query);
  return (
    <>
      <PageHeader title="New school year" aside={answer ? `Into ${answer.year}` : undefined} />
      {failed ? <FailedBar failed={failed} again={again} /> : null}
      {answer ? <Shown page={answer} query={query} again={again} chooseSchool={setSchool} /> : failed ? null : <SkeletonRows />}
    </>
  );
};

type ShownProps = { page: RollOver; query: Record<string, string> | undefined; again: () => void; chooseSchool: (school: string) => void };

const Shown = ({ page, query, again, chooseSchool }: ShownProps) => {
  const { answers, announce } = useReach();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<CallFailed | null>(null);
  const doing: Doing = async (deed, ask, said) => {
    setBusy(true);
    setFailed(null);
    try {
      answers.put('rollOver', query ? { query } : {}, await answers.change(deed, ask));
      announce(said);
      return true;
    } catch (fault) {
      setFailed(fault as CallFailed);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const lookAgain = () => {
    setFailed(null);
    again();
  };
  return (
    <>
      {page.schools.length > 1 ? (
        <Field label="School" className="roll-school">
          <Select value={page.school} onChange={(_, { value }) => chooseSchool(value)}>
            {page.schools.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      {failed ? <FailedBar failed={failed} again={lookAgain} words="Show what stands now" /> : null}
      {page.last ? <LastStep last={page.last} busy={busy} doing={doing} /> : null}
      <Section title="What becomes of everyone" aside={page.schoolName}>
        <div className="roll-body">
          <Bar urgency={page.from ? 'info' : 'near'}>{page.sentence}</Bar>
          <Counts counts={page.counts} />
          <TakeStep key={page.year} page={page} busy={busy} doing={doing} />
        </div>
      </Section>
      <MoveGroups page={page} busy={busy} doing={doing} />
      <NewClasses page={page} busy={busy} doing={doing} />
      <HandOver pupils={page.handOver} />
    </>
  );
};

/** Numbers that add up to everyone on the roll. */
const Counts = ({ counts }: { counts: RollOver['counts'] }) => (
  <p className="roll-counts">
    <span className="wm-strong">{counted(counts.all, 'pupil')}</span> = {counts.moves} to the next class + {counts.repeats} again in their
    year + {counts.leaves} who leave + <span className={counts.doubt > 0 ? 'roll-doubt' : undefined}>{counts.doubt} in doubt</span>
  </p>
);
