import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { PrivacyPage as Privacy } from '#contract/privacy.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { ExportList } from '../kit/export-list.tsx';
import { dayAt } from '../kit/moment.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { counted } from '../kit/stage-words.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { ReasonForm } from './reason-form.tsx';
import './privacy.css';

/** What waits for a person: records whose time has run out, requests, holds, erasures; and what was erased. */
export const PrivacyPage = () => {
  const asked = useAnswer('privacy');
  return (
    <WholePage title="Privacy" asked={asked}>
      {(page) => <Shown page={page} again={asked.again} />}
    </WholePage>
  );
};

const STATES: Readonly<Record<Privacy['due'][number]['state'], string>> = {
  due: 'Decide',
  soon: 'Within a year',
  'kept-longer': 'Kept longer',
  held: 'Under a hold',
  'not-yet': '',
  'not-known': '',
};

const Shown = ({ page, again }: { page: Privacy; again: () => void }) => {
  const zone = useReach().me.organisation.timeZone;
  return (
    <div className="wm-page wm-stack">
      <PageHeader
        title="Privacy"
        path={<PageLink to="/tab/settings">Settings</PageLink>}
        aside={`${counted(page.counted, 'record')} counted · ${page.dueCount} to decide`}
        end={<ExportList of="what stands here" what="privacy" />}
      />
      <Section title="Requests to see a record" aside={`${page.requests.length} open`}>
        <Rows
          empty="Nobody waits for a record. A request is written down on the pupil’s page, under Privacy."
          rows={page.requests.map(({ id, name, askedBy, words }) => ({
            id,
            link: `/tab/privacy/requests/${id}`,
            title: name,
            second: `Asked for by ${askedBy}`,
            end: words,
          }))}
        />
      </Section>
      <Section title="Erasures" aside={`${page.erasures.length} not done`}>
        <Rows
          empty="No erasure is asked for."
          rows={page.erasures.map(({ id, name, caseRef, words, askedBy }) => ({
            id,
            link: `/tab/privacy/erasures/${id}`,
            title: name ?? caseRef ?? 'A record',
            second: `Asked for by ${askedBy ?? 'the command line'}`,
            end: words,
          }))}
        />
      </Section>
      <Section title="Kept until" aside="Nothing is erased by itself: a person decides.">
        <Rule page={page} again={again} />
        <Rows
          empty="No record’s time has run out, or will within a year."
          rows={page.due.map(({ pupil, name, caseRef, state, due, why, keptReason }) => ({
            id: pupil,
            link: `/tab/pupil/${pupil}/privacy`,
            title: [name, caseRef].filter(Boolean).join(' · '),
            second: [why, keptReason].filter(Boolean).join(' · '),
            end: [STATES[state], due && dayWordsWithYear(due)].filter(Boolean).join(' · '),
          }))}
        />
      </Section>
      <Section title="Holds" aside={`${page.holds.length} in force`}>
        <Rows
          empty="No record is under a hold."
          rows={page.holds.map(({ id, pupil, name, reason, setBy, setAt }) => ({
            id,
            link: `/tab/pupil/${pupil}/privacy`,
            title: name,
            second: reason,
            end: `${setBy ?? 'Command line'}, ${dayWordsWithYear(dayAt(setAt, zone))}`,
          }))}
        />
      </Section>
      <Section title="Erased" aside="What stays of a record">
        <Rows
          empty="No record has been erased."
          rows={page.tombstones.map((stone) => ({
            id: stone.erasure,
            link: `/tab/privacy/erasures/${stone.erasure}`,
            title: stone.caseRef ?? 'A record without a case',
            second: [
              stone.groundWords,
              `${stone.askedBy ?? 'Command line'} asked, ${stone.confirmedBy ?? 'the command line'} confirmed`,
              stone.keptRoll ? 'the entry on the roll was kept' : null,
              stone.back ? 'It is there again: a backup was restored. Erase it again.' : null,
            ]
              .filter(Boolean)
              .join(' · '),
            end: dayWordsWithYear(dayAt(stone.erasedAt, zone)),
          }))}
        />
      </Section>
    </div>
  );
};

type Row = { readonly id: string; readonly link: string; readonly title: string; readonly second: string; readonly end: string };

const Rows = ({ rows, empty }: { rows: readonly Row[]; empty: string }) =>
  rows.length ? (
    <ul className="privacy-rows">
      {rows.map(({ id, link, title, second, end }) => (
        <li key={id} className="privacy-row">
          <span className="privacy-row-words">
            <PageLink to={link}>{title}</PageLink>
            <span className="wm-second">{second}</span>
          </span>
          <span>{end}</span>
        </li>
      ))}
    </ul>
  ) : (
    <p className="privacy-none">{empty}</p>
  );

const Rule = ({ page: { rule }, again }: { page: Privacy; again: () => void }) => {
  const { busy, failed, run } = useDeed();
  const [open, setOpen] = useState(false);
  const [years, setYears] = useState(String(rule?.years ?? ''));
  if (!rule) return <p className="privacy-none">No rule about how long records are kept is known for this nation.</p>;
  const send = async (reason: string) => {
    const length = years.trim() === '' ? null : Number(years);
    if (await run('retentionLength', { body: { years: length, reason } }, 'The length is set')) {
      setOpen(false);
      again();
    }
  };
  const sound = years.trim() === '' || (/^\d{1,3}$/.test(years.trim()) && Number(years) >= 1 && Number(years) <= 100);
  return (
    <div className="privacy-rule">
      <p>
        <strong>
          {rule.title}: {rule.years === null ? 'no length is set' : counted(rule.years, 'year')}.
        </strong>{' '}
        {rule.words}
      </p>
      <p className="wm-second">{rule.source}</p>
      {rule.unverified ? <UrgencyMark urgency="info">Not verified: {rule.unverified}</UrgencyMark> : null}
      {open ? (
        <ReasonForm
          label="Why this length"
          button="Set the length"
          busy={busy}
          failed={failed}
          onSend={send}
          missing={sound ? null : 'Give a whole number of years from 1 to 100, or leave it empty.'}
        >
          <Field label="Years" hint={rule.usualYears === null ? 'Empty: no record falls due.' : `The source says ${rule.usualYears}.`}>
            <Input value={years} inputMode="numeric" onChange={(_, { value }) => setYears(value)} />
          </Field>
        </ReasonForm>
      ) : (
        <Button size="small" onClick={() => setOpen(true)}>
          Set our own length
        </Button>
      )}
    </div>
  );
};
