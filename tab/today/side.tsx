import { ArrowTrendingDownRegular } from '@fluentui/react-icons/svg/arrow-trending-down';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { DocumentEditRegular } from '@fluentui/react-icons/svg/document-edit';
import { PersonVoiceRegular } from '@fluentui/react-icons/svg/person-voice';
import type { Today } from '#contract/caseload.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { clockTime, dayAt, weekdayTime } from '../kit/moment.ts';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';

const icons: Readonly<Record<string, typeof ClockRegular>> = {
  contribution: PersonVoiceRegular,
  differences: DocumentEditRegular,
  'off-track': ArrowTrendingDownRegular,
  call: CallRegular,
  event: BuildingRegular,
  document: DocumentRegular,
  action: CheckmarkCircleRegular,
};

/** What changed since the reader last looked. */
export const Changes = ({ today }: { today: Today }) => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  return (
    <Section title={`Changed since ${weekdayTime(today.changedSince, zone)}`}>
      {today.changes.length ? (
        <ul className="wm-list">
          {today.changes.map((change) => {
            const Icon = icons[change.kind] ?? ClockRegular;
            return (
              <li key={change.id} className="today-change">
                <Icon aria-hidden className="today-change-icon" />
                <div>
                  {change.pupil ? (
                    <PageLink to={`/tab/pupil/${change.pupil.id}`} className="today-plain-link">
                      {change.words}
                    </PageLink>
                  ) : (
                    change.words
                  )}
                  <p className="wm-second">{change.detail}</p>
                </div>
                <span className="wm-second">{weekdayTime(change.at, zone)}</span>
              </li>
            );
          })}
        </ul>
      ) : (
        <p className="today-none wm-second">Nothing changed.</p>
      )}
    </Section>
  );
};

/** The meetings of the week that has begun, with how ready each is. */
export const MeetingsThisWeek = ({ today }: { today: Today }) => {
  const { me } = useReach();
  const zone = me.organisation.timeZone;
  return (
    <Section title="Meetings this week">
      {today.meetings.length ? (
        <ul className="wm-list">
          {today.meetings.map((meeting) => (
            <li key={meeting.id}>
              <div>
                {dayWords(dayAt(meeting.startsAt, zone), me.today)} {clockTime(meeting.startsAt, zone)}
              </div>
              <PageLink to={`/tab/meetings/${meeting.id}`} className="today-plain-link">
                {meeting.title} · {meeting.pupil.name}
              </PageLink>
              <p className="wm-second">{meeting.readiness}</p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="today-none wm-second">No meetings this week.</p>
      )}
    </Section>
  );
};
