import { Button, Select } from '@fluentui/react-components';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import type { GuidancePage as Page } from '#contract/guidance.ts';
import { searchLibrary } from '#domain/guidance/search.ts';
import { barrierWords, EVIDENCE_WORDS, type LibraryEntry, sortWords } from '#domain/guidance/strategy.ts';
import { type Nation, nationOf } from '#domain/pupils/nation.ts';
import { ACCOMMODATION_SORTS } from '#domain/record/kinds/accommodation.ts';
import { BARRIERS } from '#domain/record/kinds/areas.ts';
import { changeQuery, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { SearchField } from '../kit/search-field.tsx';
import { Section } from '../kit/section.tsx';
import { Empty } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { EntryActions } from './entry-actions.tsx';
import type { Over } from './guidance-page.tsx';
import { Retired } from './retired.tsx';

const UseDialog = lazy(() => import('./use-dialog.tsx').then((module) => ({ default: module.UseDialog })));

type Props = { page: Page; stale: boolean; onOver: (over: Over) => void };

/** The library: found by words, by barrier, by what it changes; each strategy opens in its place. */
export const Library = ({ page, stale, onOver }: Props) => {
  const { query } = usePlace();
  const nation = nationOf(useReach().me.organisation.jurisdiction);
  const [barrier, sort] = [query.get('barrier') ?? '', query.get('sort') ?? ''];
  const [words, setWords] = useState('');
  const [using, setUsing] = useState<LibraryEntry | null>(null);
  const asked = useDeferredValue(words);
  const found = searchLibrary(page.library, { words: asked, barrier, sort });
  const clear = () => {
    setWords('');
    changeQuery({ barrier: '', sort: '' });
  };
  return (
    <>
      <Section
        title="Strategies"
        aside={[found.length < page.library.length ? `${found.length} found` : '', unreadWords(found)].filter(Boolean).join(' · ')}
      >
        <div className="guidance-filters">
          <SearchField label="Find a strategy" words={words} onWords={setWords} />
          <Select size="small" aria-label="Barrier" value={barrier} onChange={(_, { value }) => changeQuery({ barrier: value })}>
            <option value="">Every barrier</option>
            {BARRIERS.map(({ value, words: called }) => (
              <option key={value} value={value}>
                {called}
              </option>
            ))}
          </Select>
          <Select size="small" aria-label="What it changes" value={sort} onChange={(_, { value }) => changeQuery({ sort: value })}>
            <option value="">Every change</option>
            {ACCOMMODATION_SORTS.filter((one) => !('onlyIn' in one) || one.onlyIn === nation).map(({ value, words: called }) => (
              <option key={value} value={value}>
                {called}
              </option>
            ))}
          </Select>
        </div>
        {found.length === 0 ? (
          <Empty
            title="No strategy matches"
            end={
              <Button size="small" onClick={clear}>
                Clear the search
              </Button>
            }
          >
            Try one word, such as writing, noise or steps.
          </Empty>
        ) : null}
        <ul className="wm-list">
          {found.map((strategy) => (
            <li key={strategy.id} className="guidance-strategy">
              <details>
                <summary>
                  <strong>{strategy.title}</strong>{' '}
                  <span className="wm-second">
                    {[
                      strategy.barriers.map(barrierWords).join(', '),
                      sortWords(strategy.sort, nation).split(':')[0],
                      strategy.own ? 'of this school' : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </summary>
                <Whole strategy={strategy} nation={nation} />
                <div className="guidance-actions">
                  <Button
                    size="small"
                    disabled={stale}
                    aria-label={`Use for a pupil: ${strategy.title}`}
                    onClick={() => setUsing(strategy)}
                  >
                    Use for a pupil
                  </Button>
                  {strategy.own ? <OwnActions page={page} id={strategy.id} stale={stale} onOver={onOver} /> : null}
                </div>
              </details>
            </li>
          ))}
        </ul>
      </Section>
      <Retired page={page} kind="strategy" stale={stale} onOver={onOver} />
      <Suspense fallback={null}>{using ? <UseDialog strategy={using} onClose={() => setUsing(null)} /> : null}</Suspense>
    </>
  );
};

/** How many of these rest on a source that nobody has held them to; said before any of them is opened. */
const unreadWords = (found: readonly LibraryEntry[]): string => {
  const unread = found.filter(({ verified }) => !verified).length;
  return unread === 0 ? '' : `${unread} not checked against the source`;
};

const OwnActions = ({ page, id, stale, onOver }: { page: Page; id: string; stale: boolean; onOver: (over: Over) => void }) => {
  const entry = page.entries.find((one) => one.id === id);
  return entry ? <EntryActions entry={entry} stale={stale} onOver={onOver} /> : null;
};

const Whole = ({ strategy, nation }: { strategy: LibraryEntry; nation: Nation }) => (
  <div className="guidance-whole">
    <p className="guidance-words">{strategy.words}</p>
    {strategy.care ? (
      <p>
        <strong>When it does not help:</strong> {strategy.care}
      </p>
    ) : null}
    <p>
      <strong>{sortWords(strategy.sort, nation)}.</strong>
    </p>
    <p className="wm-second">{EVIDENCE_WORDS[strategy.evidence]}</p>
    {strategy.reading ? <p className="wm-second">{strategy.reading}</p> : null}
    <p className="wm-second">
      {strategy.source}. {strategy.verified ? null : <UrgencyMark urgency="info">Not checked against the source.</UrgencyMark>}
    </p>
  </div>
);
