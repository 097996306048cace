import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { FiledLetter, LetterDraft, Letters } from '#contract/letters.ts';
import { freshId } from '../kit/fresh-id.ts';
import { changeQuery, go, usePlace } from '../kit/place.ts';
import { Section } from '../kit/section.tsx';
import { Bar, FailedBar, SkeletonRows } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';
import { FactsUsed } from './facts-used.tsx';
import { LetterForm } from './letter-form.tsx';
import { LetterSheet } from './letter-sheet.tsx';

type Props = { letters: Letters; kind: Letters['kinds'][number]; stale: boolean; again: () => void };
export type Own = Readonly<Record<string, string>>;

/** What the address says of the letter that is being written; the rest is proposed by the service. */
const CHOICES = ['language', 'meeting', 'interpreter', 'choice'] as const;

/** One letter on its way: whom it is for, in which language, the person’s own words, and beside them the page as it will be. */
export const WriteLetter = ({ letters, kind, stale, again }: Props) => {
  const { query } = usePlace();
  const to = toOf(letters, kind, query.get('to'));
  const chosen = Object.fromEntries(CHOICES.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : [])));
  const asked = useAnswer('letterDraft', { pupil: letters.pupil.id, kind: kind.kind }, { to, ...chosen });
  // while another language is on its way, the page that was there stays
  const last = useRef<LetterDraft | undefined>(undefined);
  if (asked.answer) last.current = asked.answer;
  const draft = asked.answer ?? last.current;
  if (asked.failed && !asked.answer) return <Trouble asked={asked} />;
  if (!draft) return <SkeletonRows />;
  const writing = { letters, draft, to, chosen, stale, again };
  const earlier = query.get('letter');
  return earlier ? <Rewriting {...writing} earlier={earlier} /> : <Writing {...writing} before={null} />;
};

/** A letter that was filed is read first, so that its words stand in their fields. */
const Rewriting = ({ earlier, ...writing }: Omit<WritingProps, 'before'> & { earlier: string }) => {
  const { answer, failed, again } = useAnswer('letter', { letter: earlier });
  if (answer) return <Writing {...writing} before={answer} />;
  return failed ? <FailedBar failed={failed} again={again} /> : <SkeletonRows />;
};

const Trouble = ({ asked }: { asked: ReturnType<typeof useAnswer<'letterDraft'>> }) => (
  <section className="wm-section">{asked.failed ? <FailedBar failed={asked.failed} again={asked.again} /> : null}</section>
);

/** The addressee of the address where they may be written to; else the first who may. */
const toOf = (letters: Letters, kind: Letters['kinds'][number], asked: string | null): string => {
  if (kind.reader === 'authority') return 'authority';
  const free = letters.addressees.filter(({ blocked }) => blocked === null);
  return (free.find(({ to }) => to === asked) ?? free[0])?.to ?? 'learner';
};

type WritingProps = {
  letters: Letters;
  draft: LetterDraft;
  to: string;
  chosen: Record<string, string>;
  stale: boolean;
  again: () => void;
  /** The letter as it was filed, where it is written anew. */
  before: FiledLetter | null;
};

const Writing = ({ letters, draft, to, chosen, stale, again, before }: WritingProps) => {
  const [own, setOwn] = useState<Own>(before?.own ?? {});
  const [request] = useState(freshId);
  // the version whose words stand in the fields: a later one is not covered
  const [version] = useState(before?.line.version ?? 0);
  const { busy, failed, run } = useDeed();
  const said = ownOf(draft, own, chosen.choice);
  const interpreter = chosen.interpreter ? { interpreter: chosen.interpreter } : {};
  const meeting = draft.meeting ? { meeting: draft.meeting } : {};
  const save = async () => {
    const made = before
      ? await run(
          'changeLetter',
          { path: { letter: before.line.id }, body: { ...interpreter, own: said }, ifMatch: version },
          'The letter is filed again',
        )
      : await run(
          'fileLetter',
          {
            path: { pupil: letters.pupil.id },
            body: { request, kind: draft.kind, to, language: draft.letter.language, ...meeting, ...interpreter, own: said },
          },
          'The letter is in the case folder',
        );
    if (!made) return;
    again();
    go(`/tab/letters/${made.line.id}`);
  };
  return (
    <div className="letters-write">
      <div className="wm-stack">
        <Section title="The letter">
          {failed ? <FailedBar failed={failed} /> : null}
          {draft.warning ? <Bar urgency="near">{draft.warning}</Bar> : null}
          <LetterForm
            letters={letters}
            draft={draft}
            to={to}
            chosen={chosen}
            own={own}
            fixed={before !== null}
            faults={failed?.problem.fields ?? []}
            onOwn={(key, text) => setOwn((typed) => ({ ...typed, [key]: text }))}
            onChoose={changeQuery}
          />
          <div className="letters-foot">
            <Button appearance="primary" disabled={busy || stale} onClick={() => void save()}>
              {before ? 'File it again' : 'File in the case folder'}
            </Button>
            <Button onClick={() => go(`/tab/pupil/${letters.pupil.id}/letters`)}>Cancel</Button>
          </div>
          <p className="wm-foot">Filing sends nothing. The letter is sent from its own page afterwards.</p>
        </Section>
        <FactsUsed draft={draft} pupil={letters.pupil.id} />
      </div>
      <div className="wm-stack">
        {draft.letter.unchecked.length ? <Unchecked draft={draft} letters={letters} /> : null}
        <LetterSheet letter={draft.letter} own={said} />
      </div>
    </div>
  );
};

/** Own words with the choice that is shown where nobody has made one. */
const ownOf = (draft: LetterDraft, own: Own, choice: string | undefined): Own =>
  Object.fromEntries(
    draft.own.map(({ key, choices, proposed }) => [key, choices.length ? (choice ?? own[key] ?? proposed) : (own[key] ?? '')]),
  );

const Unchecked = ({ draft, letters }: { draft: LetterDraft; letters: Letters }) => {
  const language = letters.languages.find((one) => one.language === draft.letter.language);
  return (
    <Bar
      urgency="near"
      end={
        <Button size="small" onClick={() => go('/tab/settings/languages')}>
          Languages of letters
        </Button>
      }
    >
      The {language?.name} phrases are not yet reviewed by a native speaker{language?.outdated ? ' since they were changed' : ''}, and the
      letter says so. Once somebody has checked them, say so in Settings.
    </Bar>
  );
};
