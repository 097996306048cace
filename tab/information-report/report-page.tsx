import { Button, Select } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { InformationReport } from '#contract/information-report.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink, PressLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { saveFile } from '../kit/save-file.ts';
import { Section } from '../kit/section.tsx';
import { Empty, FailedBar } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { useDeed } from '../kit/use-deed.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { ReportItem } from './report-item.tsx';
import './information-report.css';

const TITLE = 'SEN information report';

/** What a school tells all families about its provision: the items of the law, what is missing of them, and what was published. */
export const InformationReportPage = () => {
  const { me } = useReach();
  const [school, setSchool] = useState(me.schools[0]?.id ?? '');
  const [year, setYear] = useState('');
  const query = { ...(school ? { school } : {}), ...(year ? { year } : {}) };
  const asked = useAnswer('informationReport', undefined, query);
  return (
    <WholePage title={TITLE} asked={asked}>
      {(report) => (
        <div className="wm-page wm-stack">
          <PageHeader
            title={TITLE}
            path={<PageLink to="/tab/settings">Settings</PageLink>}
            aside={asideOf(report)}
            end={
              <span className="report-choices">
                {me.schools.length > 1 ? (
                  <Select size="small" aria-label="School" value={school} onChange={(_, { value }) => setSchool(value)}>
                    {me.schools.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </Select>
                ) : null}
                <Select
                  size="small"
                  aria-label="School year"
                  value={String(report.year.starting)}
                  onChange={(_, { value }) => setYear(value)}
                >
                  {report.years.map(({ starting, name }) => (
                    <option key={starting} value={starting}>
                      {name}
                    </option>
                  ))}
                </Select>
              </span>
            }
          />
          {report.items.length === 0 ? (
            <section className="wm-section">
              <Empty title="No such report is asked of your school">The SEN information report is a duty of schools in England.</Empty>
            </section>
          ) : (
            <Whole report={report} again={asked.again} />
          )}
        </div>
      )}
    </WholePage>
  );
};

const asideOf = ({ items, year }: InformationReport): string =>
  `${year.name} · ${items.filter(({ words }) => words !== '').length} of ${items.length} items written`;

const Whole = ({ report, again }: { report: InformationReport; again: () => void }) => (
  <>
    <Publishing report={report} again={again} />
    <Missing report={report} />
    <Section title="What the report says" aside="A blank line begins a paragraph; lines that begin with a dash become a list.">
      <ul className="wm-list">
        {report.items.map((item) => (
          <ReportItem
            key={`${report.school.id} ${report.year.starting} ${item.id}`}
            report={report}
            item={item}
            again={again}
            gaps={report.gaps.filter((gap) => gap.item === item.id)}
          />
        ))}
      </ul>
    </Section>
  </>
);

/** Moves the reader to the words of an item. */
const mend = (item: string) => document.getElementById(`report-${item}`)?.focus();

const Missing = ({ report: { gaps, may, year } }: { report: InformationReport }) => {
  const must = gaps.filter(({ weight }) => weight === 'must').length;
  const rest = gaps.length - must;
  return (
    <Section
      title={must > 0 ? `Missing (${must})${rest > 0 ? ` and to read again (${rest})` : ''}` : `To read again (${rest})`}
      aside={must > 0 ? `${countWords(must, 'thing')} that the law asks for` : 'All that the law asks for is there'}
    >
      {gaps.length ? (
        <ul className="wm-list report-gaps">
          {gaps.map(({ item, title, words, citation, weight }) => (
            <li key={`${item} ${words}`} className="report-gap">
              <UrgencyMark urgency={weight === 'must' ? 'near' : 'info'}>{title}</UrgencyMark>
              <span>{words}</span>
              <span className="wm-second">
                {citation}
                {may && year.current ? (
                  <>
                    {' · '}
                    <PressLink onPress={() => mend(item)} className="wm-link-lined">
                      {weight === 'must' ? 'Put it right' : 'Read it again'}
                      <span className="wm-hidden">: {title}</span>
                    </PressLink>
                  </>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="report-none">Every item is written, was confirmed this school year, and reads easily.</p>
      )}
    </Section>
  );
};

const Publishing = ({ report, again }: { report: InformationReport; again: () => void }) => {
  const { school, year, editions, changedSince, due, gaps, may } = report;
  const { busy, failed, run } = useDeed();
  const path = { school: school.id };
  const take = async (as: 'docx' | 'html', edition?: string) => {
    const file = await run('reportFile', { path, query: { as, ...(edition ? { edition } : {}) } }, 'The report is downloaded');
    if (file) saveFile({ name: file.name, type: file.type, content: file.base64 });
  };
  const publish = async () => {
    if (await run('publishReport', { path }, 'The report is kept as published. Put it on the website now')) again();
  };
  const stops = gaps.filter(({ weight }) => weight === 'must').length;
  const nothingNew = editions.length > 0 && changedSince.length === 0 && editions[0]?.year === year.name;
  return (
    <Section title="Published" aside={due ? `Due again ${dayWordsWithYear(due.on)} · ${due.words} · the school` : 'Not published yet'}>
      {failed ? <FailedBar failed={failed} /> : null}
      <div className="report-publishing">
        {due ? (
          <p className="wm-second">
            <RuleWords words={due.rule} />{' '}
            <a className="wm-link wm-link-lined" href={due.sourceLink} target="_blank" rel="noreferrer">
              {due.source}
            </a>
          </p>
        ) : null}
        {changedSince.length > 0 ? (
          <p>
            <UrgencyMark urgency="near">{`${countWords(changedSince.length, 'item')} changed since it was published`}</UrgencyMark>
            {': changes are published as soon as possible.'}
          </p>
        ) : null}
        {editions.length > 0 ? (
          <ul className="report-editions">
            {editions.map(({ id, on, by, year: of }) => (
              <li key={id}>
                <span>
                  <strong>{of}</strong>, published {dayWordsWithYear(on)} by {by}
                </span>
                <Files words={`published ${dayWordsWithYear(on)}`} busy={busy} take={(as) => void take(as, id)} />
              </li>
            ))}
          </ul>
        ) : null}
        {year.current ? (
          <div className="report-buttons">
            {may ? (
              <Button size="small" appearance="primary" disabled={busy || stops > 0 || nothingNew} onClick={() => void publish()}>
                Publish this report
              </Button>
            ) : null}
            <Files words="the draft" busy={busy} take={(as) => void take(as)} draft />
            <span className="wm-second">
              {stops > 0
                ? `${countWords(stops, 'item')} of the law ${stops === 1 ? 'is' : 'are'} empty or not complete.`
                : nothingNew
                  ? 'What stands here is what was published last.'
                  : 'It is kept as it stands; download the page and put it on the school’s website.'}
            </span>
          </div>
        ) : null}
      </div>
    </Section>
  );
};

/** A rule’s words, its weight in bold as the clocks show it. */
const RuleWords = ({ words }: { words: string }) =>
  words.split('**').map((part, at) => (at % 2 === 1 ? <strong key={part}>{part}</strong> : part));

type FilesProps = { words: string; busy: boolean; take: (as: 'docx' | 'html') => void; draft?: boolean };

const Files = ({ words, busy, take, draft }: FilesProps) => (
  <span className="report-files">
    <Button
      size="small"
      icon={<ArrowDownloadRegular />}
      disabled={busy}
      onClick={() => take('docx')}
      aria-label={draft ? undefined : `Word, ${words}`}
    >
      {draft ? 'Draft as Word' : 'Word'}
    </Button>
    <Button size="small" disabled={busy} onClick={() => take('html')} aria-label={draft ? undefined : `Page for the website, ${words}`}>
      {draft ? 'Draft as page' : 'Page for the website'}
    </Button>
  </span>
);
