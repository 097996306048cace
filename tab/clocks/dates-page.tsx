import { Button } from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import type { DateExplained } from '#contract/dates-explained.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { Section } from '../kit/section.tsx';
import { Empty } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './clocks.css';
import './dates-page.css';
import { Explanation } from './explanation.tsx';
import { useCopy } from './use-copy.ts';

/** Dates that coordinators argue about; one of them opened, with its trigger, count, exceptions and citation. */
export const DatesPage = ({ id }: { id: string }) => {
  const asked = useAnswer('datesExplained');
  return (
    <WholePage title="Dates explained" asked={asked}>
      {({ dates }) => {
        const open = dates.find((date) => date.id === id);
        if (open) return <OneDate date={open} dates={dates} />;
        return id ? <Unknown /> : <AllDates dates={dates} />;
      }}
    </WholePage>
  );
};

const AllDates = ({ dates }: { dates: readonly DateExplained[] }) => (
  <div className="wm-page">
    <PageHeader
      title="Dates explained"
      path={<PageLink to="/tab/compliance">Compliance</PageLink>}
      aside={`${dates.length} dates that people argue about, worked out by the same rules as every clock. The cases are made up.`}
    />
    <Section title="What is argued about">
      <ul className="wm-list">
        {dates.map(({ id, question, answer, nation, explained }) => (
          <li key={id} className="dates-row">
            <span className="wm-strong">{dayWordsWithYear(explained.due)}</span>
            <div>
              <PageLink to={`/tab/dates/${id}`}>{question}</PageLink>
              <p>{answer}</p>
              <p className="wm-second">
                {nation} · {explained.title} · {explained.citation}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  </div>
);

const OneDate = ({ date, dates }: { date: DateExplained; dates: readonly DateExplained[] }) => {
  const { copy, said } = useCopy();
  const at = dates.indexOf(date);
  const next = dates[at + 1];
  return (
    <div className="wm-page dates-page">
      <PageHeader
        title={date.question}
        path={
          <>
            <PageLink to="/tab/compliance">Compliance</PageLink> / <PageLink to="/tab/dates">Dates explained</PageLink>
          </>
        }
        below={`${date.nation} · a made-up case, seen on ${dayWordsWithYear(date.seenOn)}`}
        end={
          <>
            <span className="wm-second">{said}</span>
            <Button
              size="small"
              icon={<CopyRegular />}
              onClick={() => copy(`A made-up case, seen on ${dayWordsWithYear(date.seenOn)}\n\n${date.explained.asText}`)}
            >
              Copy as text
            </Button>
          </>
        }
      />
      <Section title="In short">
        <div className="dates-short">
          <p>{date.answer}</p>
          <p className="wm-second">{date.often}</p>
        </div>
      </Section>
      <Section title={date.explained.title}>
        <div className="dates-short">
          <Explanation clock={date.explained} seenOn={date.seenOn} />
        </div>
      </Section>
      {next ? (
        <p>
          Next: <PageLink to={`/tab/dates/${next.id}`}>{next.question}</PageLink>
        </p>
      ) : null}
    </div>
  );
};

const Unknown = () => (
  <div className="wm-page">
    <PageHeader title="Dates explained" />
    <Section title="Not here">
      <Empty title="There is no such date here" end={<PageLink to="/tab/dates">Every date explained</PageLink>} />
    </Section>
  </div>
);
