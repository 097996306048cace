import { Button, Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { LetterLanguages } from '#contract/letters.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar, SkeletonRows } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';
import './letters.css';

type Language = LetterLanguages['languages'][number];

/** The languages of family letters: every phrase to read beside its English, and who has checked them. */
export const LanguagesPage = () => {
  const { answer, failed, again } = useAnswer('letterLanguages');
  return (
    <div className="wm-page">
      <PageHeader
        title="Languages of letters"
        path={<PageLink to="/tab/settings">Settings</PageLink>}
        aside="set phrases around the record’s facts; free text is never translated"
      />
      {failed ? (
        <section className="wm-section">
          <FailedBar failed={failed} again={again} />
        </section>
      ) : null}
      {answer ? (
        answer.languages.filter(({ language }) => language !== 'en').map((one) => <OneLanguage key={one.language} language={one} />)
      ) : failed ? null : (
        <SkeletonRows />
      )}
    </div>
  );
};

const OneLanguage = ({ language }: { language: Language }) => {
  const [open, setOpen] = useState(false);
  const { name, own, reviewed, outdated } = language;
  return (
    <Section
      title={
        <>
          {name}, <bdi lang={language.language}>{own}</bdi>
        </>
      }
      end={
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Close the phrases' : `Read the ${name} phrases`}
        </Button>
      }
    >
      <p className="letters-line">
        {reviewed && !outdated ? (
          <UrgencyMark urgency="good">
            Reviewed by {reviewed.by}, {dayWordsWithYear(reviewed.on)}
          </UrgencyMark>
        ) : (
          <UrgencyMark urgency="near">
            {reviewed
              ? `Reviewed by ${reviewed.by}, ${dayWordsWithYear(reviewed.on)}; the phrases have changed since`
              : 'Not yet reviewed by a native speaker'}
          </UrgencyMark>
        )}
      </p>
      <ReviewForm language={language} />
      {open ? <Phrases language={language} /> : null}
    </Section>
  );
};

const ReviewForm = ({ language: { language, name, reviewed, outdated } }: { language: Language }) => {
  const { answers, me } = useReach();
  const { busy, failed, run } = useDeed();
  const [by, setBy] = useState('');
  const [on, setOn] = useState<string>(me.today);
  const save = async () => {
    const now = await run('reviewLanguage', { path: { language }, body: { by, on } }, `${name} is marked as reviewed`);
    if (now) answers.put('letterLanguages', {}, now);
  };
  const forget = async () => {
    const now = await run('forgetLanguageReview', { path: { language } }, `${name} is not marked as reviewed any more`);
    if (now) answers.put('letterLanguages', {}, now);
  };
  if (reviewed && !outdated)
    return (
      <div className="letters-foot">
        {failed ? <FailedBar failed={failed} /> : null}
        <Button size="small" disabled={busy} onClick={() => void forget()}>
          Take the mark back
        </Button>
      </div>
    );
  return (
    <form
      className="letters-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {failed ? <FailedBar failed={failed} /> : null}
      <Field label="Who checked them" hint="Name, and why they can: a teacher whose first language it is.">
        <Input value={by} maxLength={200} onChange={(_, { value }) => setBy(value)} />
      </Field>
      <Field label="On">
        <Input type="date" value={on} max={me.today} onChange={(_, { value }) => setOn(value)} />
      </Field>
      <div className="letters-foot">
        <Button size="small" type="submit" disabled={busy || !by.trim() || !on}>
          Mark {name} as reviewed
        </Button>
      </div>
    </form>
  );
};

const Phrases = ({ language: { language, direction, name, phrases } }: { language: Language }) => (
  <div className="letters-phrases">
    <table aria-label={`Phrases in ${name}`}>
      <thead>
        <tr>
          <th scope="col">English</th>
          <th scope="col">{name}</th>
        </tr>
      </thead>
      <tbody>
        {phrases.map(({ key, english, text }) => (
          <tr key={key}>
            <td>{english}</td>
            <td lang={language} dir={direction}>
              {text}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
