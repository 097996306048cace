import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { useState } from 'react';
import type { Meetings } from '#contract/meetings.ts';
import { ExportList } from '../kit/export-list.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink, PressLink } from '../kit/page-link.tsx';
import { changeQuery, go, usePlace } from '../kit/place.ts';
import { Section } from '../kit/section.tsx';
import { Empty } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './meetings.css';

type Coming = Meetings['coming'][number];

/** Is each meeting ready? Papers, views and who must come, in words; below, what was held and what came of it. */
export const MeetingsPage = () => {
  const asked = useAnswer('meetings');
  return (
    <WholePage title="Meetings" asked={asked}>
      {(meetings) => <Shown meetings={meetings} />}
    </WholePage>
  );
};

const notBooked = (meeting: Coming): boolean =>
  meeting.state === 'proposed' || meeting.state === 'being-booked' || meeting.startsAt === null;

const views = {
  all: { title: 'All', holds: () => true },
  booked: { title: 'Booked', holds: (meeting: Coming) => !notBooked(meeting) },
  open: { title: 'Not booked', holds: notBooked },
} as const;
type View = keyof typeof views;

const Shown = ({ meetings }: { meetings: Meetings }) => {
  const { query } = usePlace();
  const name = query.get('view');
  const view: View = name === 'booked' || name === 'open' ? name : 'all';
  const coming = meetings.coming.filter(views[view].holds);
  const open = meetings.coming.filter(notBooked).length;
  return (
    <div className="wm-page">
      <PageHeader
        title="Meetings"
        aside={[`${meetings.coming.length} coming`, open ? `${open} not booked` : null, `${meetings.held.length} held`]
          .filter(Boolean)
          .join(' · ')}
        end={
          <>
            <ExportList of="meetings" what="meetings" />
            <ExportList of="actions" what="actions" words="Actions .xlsx" />
          </>
        }
      />
      <Tabs
        label="Which meetings"
        value={view}
        options={(Object.keys(views) as View[]).map((value) => ({
          value,
          words: `${views[value].title} ${meetings.coming.filter(views[value].holds).length}`,
        }))}
        onChoose={(value) => changeQuery({ view: value === 'all' ? '' : value })}
      />
      <ComingUp coming={coming} />
      <div className="wm-two">
        <Held held={meetings.held} />
        <ParentMeetings meetings={meetings} />
      </div>
    </div>
  );
};

const ComingUp = ({ coming }: { coming: readonly Coming[] }) => (
  <Section title="Coming up">
    {coming.length ? (
      <>
        <table className="meetings-table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Days left</th>
              <th scope="col">Meeting</th>
              <th scope="col">Pupil</th>
              <th scope="col">Papers</th>
              <th scope="col">Views</th>
              <th scope="col">Who must come</th>
              <th scope="col">
                <span className="wm-hidden">Next step</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {coming.map((meeting) => (
              <ComingRow key={meeting.id} meeting={meeting} />
            ))}
          </tbody>
        </table>
        <p className="wm-foot">
          “Who must come” is the list the law or the plan names; others are invited and not counted. A meeting without one of them can be
          held: the minutes then say who was missing.
        </p>
      </>
    ) : (
      <Empty title="No meeting is coming up" />
    )}
  </Section>
);

const ComingRow = ({ meeting }: { meeting: Coming }) => {
  const open = meeting.state === 'proposed';
  return (
    <tr>
      <th scope="row" data-title="When">
        {meeting.when}
      </th>
      <td data-title="Days left">
        <UrgencyMark urgency={meeting.urgency}>{meeting.daysWords}</UrgencyMark>
      </td>
      <td data-title="Meeting" className="wm-strong">
        {meeting.title}
      </td>
      <td data-title="Pupil">
        <PageLink to={`/tab/pupil/${meeting.pupil.id}`}>{meeting.pupil.name}</PageLink>
      </td>
      <td data-title="Papers">{meeting.papers}</td>
      <td data-title="Views">{meeting.views}</td>
      <td data-title="Who must come">{meeting.people}</td>
      <td>
        <Button size="small" className="meetings-step" onClick={() => go(`/tab/meetings/${meeting.id}${open ? '/dates' : ''}`)}>
          {open ? 'See the dates' : 'Open'}
          <span className="wm-hidden">
            , {meeting.title}, {meeting.pupil.name}
          </span>
        </Button>
      </td>
    </tr>
  );
};

const Held = ({ held }: { held: Meetings['held'] }) => (
  <Section title="Held">
    {held.length ? (
      <table className="meetings-table">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Meeting</th>
            <th scope="col">Pupil</th>
            <th scope="col">Minutes</th>
            <th scope="col">What came of it</th>
            <th scope="col">
              <span className="wm-hidden">Next step</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {held.map((meeting) => (
            <tr key={meeting.id}>
              <th scope="row" data-title="When">
                {meeting.when}
              </th>
              <td data-title="Meeting">{meeting.title}</td>
              <td data-title="Pupil">
                <PageLink to={`/tab/pupil/${meeting.pupil.id}`}>{meeting.pupil.name}</PageLink>
              </td>
              <td data-title="Minutes">
                {meeting.minutesUrl ? <CheckmarkRegular aria-hidden className="meetings-tick" /> : null}{' '}
                {meeting.urgency === 'late' || meeting.urgency === 'near' ? (
                  <UrgencyMark urgency={meeting.urgency}>{meeting.state}</UrgencyMark>
                ) : (
                  meeting.state
                )}
              </td>
              <td data-title="What came of it">{meeting.outcome}</td>
              <td>
                <Button size="small" className="meetings-step" onClick={() => go(`/tab/meetings/${meeting.id}`)}>
                  Open
                  <span className="wm-hidden">
                    , {meeting.title}, {meeting.pupil.name}
                  </span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    ) : (
      <Empty title="No meeting has been held yet" />
    )}
  </Section>
);

const SHORT = 5;

const ParentMeetings = ({ meetings }: { meetings: Meetings }) => {
  const { sentence, short } = meetings.parentMeetings;
  const [all, setAll] = useState(false);
  return (
    <Section title="Three parent meetings a year">
      <p className="meetings-sentence">{sentence}</p>
      {short.length ? (
        <ul className="wm-list">
          {(all ? short : short.slice(0, SHORT)).map((pupil) => (
            <li key={pupil.id}>
              <PageLink to={`/tab/pupil/${pupil.id}`}>{pupil.name}</PageLink>
              <p className="wm-second">{pupil.words}</p>
            </li>
          ))}
          {short.length > SHORT ? (
            <li>
              <PressLink onPress={() => setAll(!all)}>{all ? 'Show fewer' : `Show all ${short.length}`}</PressLink>
            </li>
          ) : null}
        </ul>
      ) : null}
    </Section>
  );
};
