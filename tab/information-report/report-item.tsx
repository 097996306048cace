import { Button, Field, Textarea } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { InformationReport, ReportItemPage } from '#contract/information-report.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { Bar, FailedBar } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useDeed } from '../kit/use-deed.ts';

type Props = {
  report: InformationReport;
  item: ReportItemPage;
  gaps: InformationReport['gaps'];
  again: () => void;
};

const confirmedWords = ({ carriedFrom, confirmedOn, by, reading }: ReportItemPage): string =>
  [
    carriedFrom ? `Carried over from ${carriedFrom}` : '',
    confirmedOn ? `last confirmed ${dayWordsWithYear(confirmedOn)}${by ? ` by ${by}` : ''}` : '',
    reading ? `reads easily from about age ${Math.max(5, Math.round(reading.age))}, longest sentence ${reading.longest} words` : '',
  ]
    .filter(Boolean)
    .join(' · ');

/** One box of the report: what the law asks, the school’s words, when they were last confirmed and how they read. */
export const ReportItem = ({ report, item, gaps, again }: Props) => {
  const { id, number, title, asks, citation, sourceLink, unverified, version } = item;
  const [words, setWords] = useState(item.words);
  const [seen, setSeen] = useState({ version, words: item.words });
  const { busy, failed, run } = useDeed();
  const changed = words.trim() !== seen.words.trim();
  const writable = report.may && report.year.current;
  const overtaken = version !== seen.version && changed && item.words !== words;

  // what somebody else saved comes into the box by itself only where nothing was typed
  useEffect(() => {
    if (version === seen.version || changed) return;
    setWords(item.words);
    setSeen({ version, words: item.words });
  }, [item.words, version, seen.version, changed]);

  const keep = async (over: number) => {
    const path = { school: report.school.id, item: id };
    const now = await run('keepReportItem', { path, ifMatch: over, body: { words } }, `${title}: kept`);
    const kept = now?.items.find((one) => one.id === id);
    if (kept) setSeen({ version: kept.version, words: kept.words });
    again();
  };
  const stale = gaps.some(({ weight, words: gap }) => weight === 'think' && gap.startsWith('Last confirmed'));
  return (
    <li className="report-item">
      <h3>
        {number.startsWith('69') ? '' : `${number}. `}
        {title}
      </h3>
      <p className="wm-second">
        {asks}{' '}
        <a className="wm-link wm-link-lined" href={sourceLink} target="_blank" rel="noreferrer">
          {citation}
        </a>
        {unverified ? ` · Not verified: ${unverified}` : ''}
      </p>
      {failed && !overtaken ? <FailedBar failed={failed} /> : null}
      {overtaken ? (
        <Bar urgency="near" end={<Two keepMine={() => void keep(version)} takeTheirs={() => setWords(item.words)} />}>
          {item.by ?? 'Somebody'} wrote meanwhile: “{item.words}”
        </Bar>
      ) : null}
      {writable ? (
        <Field label={<span className="wm-hidden">{`Words for ${title}`}</span>}>
          <Textarea
            id={`report-${id}`}
            value={words}
            resize="vertical"
            rows={Math.min(12, Math.max(3, Math.ceil(words.length / 110) + words.split('\n').length - 1))}
            maxLength={20_000}
            onChange={(_, { value }) => setWords(value)}
          />
        </Field>
      ) : (
        <p className="report-words">{words || 'Nothing is written here.'}</p>
      )}
      <div className="report-item-foot">
        {gaps.map(({ words: gap, weight }) => (
          <UrgencyMark key={gap} urgency={weight === 'must' ? 'near' : 'info'}>
            {gap}
          </UrgencyMark>
        ))}
        <span className="wm-second">{confirmedWords(item)}</span>
        {writable ? (
          <span className="report-files">
            {changed ? (
              <Button size="small" disabled={busy || overtaken} onClick={() => void keep(seen.version)}>
                Save
                <span className="wm-hidden">, {title}</span>
              </Button>
            ) : stale ? (
              <Button size="small" disabled={busy} onClick={() => void keep(seen.version)}>
                It still holds
                <span className="wm-hidden">, {title}</span>
              </Button>
            ) : null}
          </span>
        ) : null}
      </div>
    </li>
  );
};

const Two = ({ keepMine, takeTheirs }: { keepMine: () => void; takeTheirs: () => void }) => (
  <span className="report-files">
    <Button size="small" onClick={keepMine}>
      Keep mine
    </Button>
    <Button size="small" onClick={takeTheirs}>
      Keep theirs
    </Button>
  </span>
);
