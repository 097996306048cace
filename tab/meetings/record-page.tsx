import { Button } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { Meeting } from '#contract/meetings.ts';
import { DocumentLink } from '../kit/document-link.tsx';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { go } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { FailedBar } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { Attendance } from './attendance.tsx';
import { Entries } from './entries.tsx';
import './meetings.css';
import { MeetingPlaces } from './places.tsx';
import { Recording } from './recording.tsx';
import './record.css';
import { useMeetingChanges } from './use-meeting.ts';

const ReviewMarks = lazy(() => import('./review-marks.tsx').then((module) => ({ default: module.ReviewMarks })));

/** A meeting before, while and after it is held: the page, and the side panel inside the meeting. */
export const RecordPage = ({ id }: { id: string }) => {
  const asked = useAnswer('meeting', { meeting: id });
  return (
    <WholePage title="Meeting" asked={asked}>
      {(meeting, stale) => <Shown meeting={meeting} stale={stale} />}
    </WholePage>
  );
};

const here = (meeting: Meeting): string => {
  const came = meeting.people.filter((person) => person.attended === 'present' || person.attended === 'online').length;
  return `${came} of ${meeting.people.length} here`;
};

/** Whether the reader keeps this record; all others read along, and find no button that would be refused. */
const keeps = (meeting: Meeting): boolean => meeting.can.includes('record');

const stateWords: Readonly<Record<Meeting['state'], string>> = {
  proposed: 'No date yet',
  'being-booked': 'Being booked',
  booked: 'Booked',
  running: 'Running',
  held: 'Held, minutes on the way',
  reported: 'Held',
  cancelled: 'Cancelled',
};

const Shown = ({ meeting, stale }: { meeting: Meeting; stale: boolean }) => {
  const changes = useMeetingChanges(meeting);
  const running = meeting.state === 'running';
  return (
    <div className="wm-page record-page">
      <PageHeader
        title={running ? `Review, ${meeting.pupil.name}` : meeting.title}
        windowTitle={`${meeting.title}, ${meeting.pupil.caseRef}`}
        path={
          <>
            <PageLink to={`/tab/pupil/${meeting.pupil.id}`}>{meeting.pupil.name}</PageLink> / {meeting.pupil.caseRef}
          </>
        }
        below={[meeting.when, running && keeps(meeting) ? here(meeting) : stateWords[meeting.state], running ? null : meeting.where]
          .filter(Boolean)
          .join(' · ')}
        end={<HeadButtons meeting={meeting} busy={changes.busy || stale} onStart={changes.start} />}
      />
      {changes.failed ? (
        <section className="wm-section">
          <FailedBar failed={changes.failed} />
        </section>
      ) : null}
      {running && keeps(meeting) ? (
        <div className="record-two">
          <Recording meeting={meeting} changes={changes} stale={stale} />
          <div className="wm-stack">
            <Attendance meeting={meeting} changes={changes} stale={stale} />
            <MeetingPlaces meeting={meeting} changes={changes} stale={stale} />
          </div>
        </div>
      ) : (
        <div className="wm-two">
          <div className="wm-stack">
            <MeetingPlaces meeting={meeting} changes={changes} stale={stale} />
            <Agenda meeting={meeting} />
            <Suspense fallback={null}>
              <ReviewMarks meeting={meeting.id} />
            </Suspense>
            {meeting.entries.length ? (
              <Section title="What was recorded">
                <div className="record-list">
                  <Entries entries={meeting.entries} owners={meeting.owners} />
                </div>
              </Section>
            ) : null}
          </div>
          <div className="wm-stack">
            <Minutes meeting={meeting} />
            <Attendance meeting={meeting} changes={changes} stale={stale} />
          </div>
        </div>
      )}
    </div>
  );
};

const HeadButtons = ({ meeting, busy, onStart }: { meeting: Meeting; busy: boolean; onStart: () => void }) => {
  const { openOutside } = useReach();
  const { joinUrl } = meeting;
  return (
    <>
      {joinUrl && (meeting.state === 'booked' || meeting.state === 'running') ? (
        <Button size="small" onClick={() => openOutside(joinUrl)}>
          Join
        </Button>
      ) : null}
      {meeting.state === 'proposed' && keeps(meeting) ? (
        <Button size="small" appearance="primary" onClick={() => go(`/tab/meetings/${meeting.id}/dates`)}>
          See the dates
        </Button>
      ) : null}
      {meeting.state === 'booked' && keeps(meeting) ? (
        <Button size="small" appearance="primary" disabled={busy} onClick={onStart}>
          Begin the record
        </Button>
      ) : null}
    </>
  );
};

const Agenda = ({ meeting }: { meeting: Meeting }) => (
  <Section title="Agenda">
    {meeting.agenda.length ? (
      <ol className="record-agenda-plain">
        {meeting.agenda.map((item) => (
          <li key={item.title}>{item.title}</li>
        ))}
      </ol>
    ) : (
      <p className="meetings-sentence">No agenda yet.</p>
    )}
  </Section>
);

const Minutes = ({ meeting }: { meeting: Meeting }) => {
  if (meeting.state !== 'held' && meeting.state !== 'reported') return null;
  return (
    <Section title="Minutes">
      <p className="meetings-sentence">
        {meeting.minutes ? (
          <DocumentLink name={meeting.minutes.name} webUrl={meeting.minutes.webUrl} />
        ) : (
          'The minutes are being written into the case folder.'
        )}
      </p>
    </Section>
  );
};
