import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallFailed } from '#contract/calls.ts';
import type { RegisterReading, RegisterReport } from '#contract/register.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { counted } from '../kit/stage-words.ts';
import { Bar, FailedBar, SkeletonRows } from '../kit/states.tsx';
import { CheckImport } from './check-import.tsx';
import { type Choices, choicesOf } from './choices.ts';
import { ChooseWorkbook } from './choose-workbook.tsx';
import { MatchColumns } from './match-columns.tsx';
import './import.css';

type Step =
  | { readonly at: 'choose'; readonly said?: string }
  | { readonly at: 'waiting'; readonly words: string }
  | { readonly at: 'columns'; readonly reading: RegisterReading; readonly choices: Choices }
  | { readonly at: 'check'; readonly reading: RegisterReading; readonly choices: Choices; readonly report: RegisterReport };

/** Bring your register: choose a workbook, confirm its columns, look at every change, import; undo it as a whole. */
export const RegisterPage = () => {
  const { answers, announce } = useReach();
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const [failed, setFailed] = useState<CallFailed | null>(null);

  /** Does something slow; when it fails the reader is where they were, with what they had typed. */
  const during = async (words: string, before: Step, work: () => Promise<Step>) => {
    setFailed(null);
    setStep({ at: 'waiting', words });
    try {
      setStep(await work());
    } catch (fault) {
      setFailed(fault as CallFailed);
      setStep(before);
    }
  };
  const opened = (reading: RegisterReading): Step => {
    announce(`${reading.name} read. Nothing is saved yet.`);
    return { at: 'columns', reading, choices: choicesOf(reading) };
  };
  const check = (reading: RegisterReading, choices: Choices) =>
    during('Comparing with the record', { at: 'columns', reading, choices }, async () => {
      const report = await answers.change('registerPreview', { path: { reading: reading.reading }, body: choices });
      announce(`${counted(report.counts.rows, 'row')} compared. Nothing is saved yet.`);
      return { at: 'check', reading, choices, report };
    });
  const take = (at: Extract<Step, { at: 'check' }>) =>
    during('Importing', at, async () => {
      const done = await answers.change('registerImport', {
        path: { reading: at.reading.reading },
        body: { ...at.choices, seen: at.report.digest },
      });
      void answers.ask('caseload');
      const { fresh, changed } = done.counts;
      const said =
        done.outcome === 'imported'
          ? `Imported: ${counted(fresh, 'new row')}, ${counted(changed, 'change')}.`
          : 'Nothing to change: all of this was known already.';
      announce(said);
      return { at: 'choose', said };
    });

  return (
    <div className="wm-page import-page">
      <PageHeader
        title={step.at === 'check' ? 'Check the import' : 'Bring your register'}
        path={<PageLink to="/tab/settings/import">Settings</PageLink>}
        aside={asideOf(step)}
      />
      {failed ? (
        <section className="wm-section">
          <FailedBar failed={failed} />
        </section>
      ) : null}
      {step.at === 'choose' ? (
        <>
          {step.said ? <Bar urgency="info">{step.said}</Bar> : null}
          <ChooseWorkbook
            onRead={(words, ask) => during(words, { at: 'choose' }, async () => opened(await ask()))}
            onSaid={(said) => setStep({ at: 'choose', said })}
            onFailed={setFailed}
          />
        </>
      ) : null}
      {step.at === 'waiting' ? (
        <section className="wm-section">
          <SkeletonRows />
        </section>
      ) : null}
      {step.at === 'columns' ? (
        <>
          <MatchColumns reading={step.reading} choices={step.choices} onChange={(choices) => setStep({ ...step, choices })} />
          <div className="import-buttons">
            <Button appearance="primary" disabled={step.choices.sheets.length === 0} onClick={() => check(step.reading, step.choices)}>
              Show what would change
            </Button>
            <Button onClick={() => setStep({ at: 'choose' })}>Choose another workbook</Button>
          </div>
        </>
      ) : null}
      {step.at === 'check' ? (
        <CheckImport
          report={step.report}
          choices={step.choices}
          sheets={step.reading.sheets}
          onChoices={(choices) => check(step.reading, choices)}
          onColumns={() => setStep({ at: 'columns', reading: step.reading, choices: step.choices })}
          onImport={() => take(step)}
          onCancel={() => setStep({ at: 'choose' })}
        />
      ) : null}
    </div>
  );
};

const asideOf = (step: Step): string => {
  switch (step.at) {
    case 'choose':
      return 'Nothing is saved before you have seen every change.';
    case 'waiting':
      return step.words;
    case 'columns':
      return `${step.reading.name} · nothing is saved yet`;
    case 'check':
      return `${step.reading.name} · ${counted(step.report.counts.rows, 'row')} · nothing is saved yet`;
    default:
      return step satisfies never;
  }
};
