import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import type { PupilPrivacy } from '#contract/privacy.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { freshId } from '../kit/fresh-id.ts';
import { dayAt } from '../kit/moment.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { Bar, FailedBar } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { ReasonForm } from './reason-form.tsx';
import './privacy.css';

type Part = { readonly privacy: PupilPrivacy; readonly again: () => void; readonly stale: boolean };

/** Who asked to see this record, whether it is held, how long it is kept, whether it is to be erased. */
export const PupilPrivacyPage = ({ id }: { id: string }) => {
  const asked = useAnswer('pupilPrivacy', { pupil: id });
  return (
    <WholePage title="Privacy" asked={asked}>
      {(privacy, stale) => (
        <div className="wm-page wm-stack">
          <PageHeader
            title="Privacy"
            windowTitle={`Privacy, ${privacy.pupil.caseRef ?? 'pupil'}`}
            path={<PageLink to={`/tab/pupil/${id}`}>{privacy.pupil.name}</PageLink>}
            aside={privacy.pupil.caseRef ?? undefined}
          />
          {privacy.hold ? (
            <Bar urgency="near">This record is under a hold: {privacy.hold.reason} Nothing of it is erased until the hold is lifted.</Bar>
          ) : null}
          {privacy.can.includes('export') ? <Requests privacy={privacy} again={asked.again} stale={stale} /> : null}
          {privacy.can.includes('hold') ? <Holds privacy={privacy} again={asked.again} stale={stale} /> : null}
          {privacy.can.includes('erase') ? <Kept privacy={privacy} again={asked.again} stale={stale} /> : null}
          {privacy.can.includes('erase') ? <Erasing privacy={privacy} again={asked.again} stale={stale} /> : null}
        </div>
      )}
    </WholePage>
  );
};

const Requests = ({ privacy, stale }: Part) => {
  const [open, setOpen] = useState(false);
  return (
    <Section title="Requests to see the record" aside={privacy.limitWords}>
      {privacy.requests.length ? (
        <ul className="privacy-rows">
          {privacy.requests.map(({ id, askedBy, receivedOn, due, words }) => (
            <li key={id} className="privacy-row">
              <span className="privacy-row-words">
                <PageLink to={`/tab/privacy/requests/${id}`}>{`${askedBy}, ${dayWordsWithYear(receivedOn)}`}</PageLink>
                <span className="wm-second">Due {dayWordsWithYear(due)}</span>
              </span>
              <span>{words}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="privacy-none">Nobody has asked to see this record.</p>
      )}
      {open ? (
        <AskForm privacy={privacy} />
      ) : (
        <div className="privacy-foot">
          <Button size="small" onClick={() => setOpen(true)} disabled={stale}>
            Write down a request
          </Button>
        </div>
      )}
    </Section>
  );
};

const SOMEONE_ELSE = '';

const AskForm = ({ privacy: { pupil, contacts } }: { privacy: PupilPrivacy }) => {
  const { me } = useReach();
  const { busy, failed, run } = useDeed();
  const [id] = useState(freshId);
  const [contact, setContact] = useState(contacts[0]?.id ?? SOMEONE_ELSE);
  const [name, setName] = useState('');
  const [as, setAs] = useState<'parent' | 'pupil' | 'representative'>('parent');
  const [on, setOn] = useState<string>(me.today);
  const [tried, setTried] = useState(false);
  const askedBy = contacts.find((one) => one.id === contact)?.words ?? name.trim();
  const send = async () => {
    setTried(true);
    if (!askedBy || !on) return;
    const body = { id, askedBy, askedAs: as, contact: contact || null, receivedOn: on };
    const made = await run('askForRecords', { path: { pupil: pupil.id }, body }, 'The request is written down');
    if (made) go(`/tab/privacy/requests/${made.id}`);
  };
  return (
    <form
      className="privacy-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {failed ? <FailedBar failed={failed} /> : null}
      <Field label="Who asked" hint="Whoever asked is not held back from their own words.">
        <Select value={contact} onChange={(_, { value }) => setContact(value)}>
          {contacts.map(({ id: one, words }) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
          <option value={SOMEONE_ELSE}>Somebody else</option>
        </Select>
      </Field>
      {contact === SOMEONE_ELSE ? (
        <Field label="Their name" required {...(tried && !name.trim() ? { validationMessage: 'Say who asked.' } : {})}>
          <Input value={name} maxLength={500} onChange={(_, { value }) => setName(value)} />
        </Field>
      ) : null}
      <Field label="As">
        <Select value={as} onChange={(_, { value }) => setAs(value as typeof as)}>
          <option value="parent">Parent</option>
          <option value="pupil">The pupil</option>
          <option value="representative">Somebody acting for them</option>
        </Select>
      </Field>
      <Field label="Received on" required {...(tried && !on ? { validationMessage: 'Give the day.' } : {})}>
        <Input type="date" value={on} max={me.today} onChange={(_, { value }) => setOn(value)} />
      </Field>
      <div>
        <Button type="submit" appearance="primary" disabled={busy}>
          Start gathering
        </Button>
      </div>
    </form>
  );
};

const Holds = ({ privacy: { pupil, hold, holds }, again, stale }: Part) => {
  const { me } = useReach();
  const { busy, failed, run } = useDeed();
  const [open, setOpen] = useState(false);
  const day = (at: Parameters<typeof dayAt>[0]) => dayWordsWithYear(dayAt(at, me.organisation.timeZone));
  const send = async (reason: string) => {
    const done = hold
      ? await run('liftHold', { path: { hold: hold.id }, body: { reason } }, 'The hold is lifted')
      : await run('setHold', { path: { pupil: pupil.id }, body: { reason } }, 'The record is under a hold');
    if (!done) return;
    setOpen(false);
    again();
  };
  return (
    <Section title="Hold" aside={hold ? `Since ${day(hold.setAt)}, ${hold.setBy ?? 'command line'}` : 'None in force'}>
      {holds.length ? (
        <ul className="privacy-rows">
          {holds.map((one) => (
            <li key={one.id} className="privacy-row">
              <span className="privacy-row-words">
                <span>{one.reason}</span>
                <span className="wm-second">
                  {day(one.setAt)} to {one.liftedAt ? day(one.liftedAt) : ''}: {one.liftReason}
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {open ? (
        <ReasonForm
          label={hold ? 'Why it is lifted' : 'Why it is held'}
          button={hold ? 'Lift the hold' : 'Hold the record'}
          busy={busy}
          failed={failed}
          onSend={send}
        />
      ) : (
        <div className="privacy-foot">
          <Button size="small" onClick={() => setOpen(true)} disabled={stale}>
            {hold ? 'Lift the hold' : 'Put under a hold'}
          </Button>
        </div>
      )}
    </Section>
  );
};

const Kept = ({ privacy: { pupil, retention, rule }, again, stale }: Part) => {
  const { busy, failed, run } = useDeed();
  const [open, setOpen] = useState(false);
  const [until, setUntil] = useState('');
  if (!rule || !retention) return null;
  const send = async (reason: string) => {
    const body = { until: until as Day, reason };
    if (await run('keepLonger', { path: { pupil: pupil.id }, body }, 'The record is kept longer')) {
      setOpen(false);
      again();
    }
  };
  return (
    <Section title="Kept until" aside={retention.due ? dayWordsWithYear(retention.due) : undefined}>
      <div className="privacy-rule">
        <p>{[retention.why, retention.keptReason].filter(Boolean).join(' · ')}</p>
        <p className="wm-second">{rule.source}</p>
        {rule.unverified ? <UrgencyMark urgency="info">Not verified: {rule.unverified}</UrgencyMark> : null}
      </div>
      {open ? (
        <ReasonForm
          label="Why it is kept longer"
          button="Keep longer"
          busy={busy}
          failed={failed}
          onSend={send}
          missing={until ? null : 'Give the day.'}
        >
          <Field label="Until" required>
            <Input type="date" value={until} onChange={(_, { value }) => setUntil(value)} />
          </Field>
        </ReasonForm>
      ) : (
        <div className="privacy-foot">
          <Button size="small" onClick={() => setOpen(true)} disabled={stale}>
            Keep longer
          </Button>
        </div>
      )}
    </Section>
  );
};

const Erasing = ({ privacy: { pupil, erasure } }: Part) => (
  <Section title="Erasure">
    {erasure ? (
      <p className="privacy-none">
        <PageLink to={`/tab/privacy/erasures/${erasure.id}`}>{erasure.words}</PageLink>
      </p>
    ) : (
      <p className="privacy-none">
        First every copy is listed; then one person asks and another confirms.{' '}
        <PageLink to={`/tab/pupil/${pupil.id}/erase`} className="wm-link-lined">
          List every copy
        </PageLink>
      </p>
    )}
  </Section>
);
