import { Button } from '@fluentui/react-components';
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
import { FailedBar } from '../kit/states.tsx';
import { useDeed } from '../kit/use-deed.ts';

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
export const Changes = ({ today, stale }: { today: Today; stale: boolean }) => {
  const { answers, me } = useReach();
  const { busy, failed, run } = useDeed();
  const seen = async () => {
    const answer = await run('seeChanges', { body: {} }, 'Nothing new');
    if (!answer) return;
    answers.put('today', {}, answer);
    // the button is gone with what was seen; the keyboard goes on in the list
    setTimeout(() => document.querySelector<HTMLElement>('[data-due][tabindex="0"]')?.focus(), 0);
  };
  const zone = me.organisation.timeZone;
  return (
    <Section
      title={`Changed since ${weekdayTime(today.changedSince, zone)}`}
      end={
        today.changes.length ? (
          <Button size="small" disabled={stale || busy} onClick={seen}>
            I have seen these
          </Button>
        ) : null
      }
    >
      {failed ? <FailedBar failed={failed} /> : null}
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

/** Pupils whom the reader teaches, with what is still to be read of them; nothing for whoever teaches nobody. */
export const Taught = ({ today: { taught } }: { today: Today }) =>
  taught.pupils === 0 ? null : (
    <Section title="My pupils" aside={taught.pupils}>
      <ul className="wm-list">
        <li>
          <PageLink to="/tab/classes/mine" className="today-plain-link">
            {taught.toRead === 0 ? 'What helps them' : `What helps: ${taught.toRead} to read`}
          </PageLink>
          <p className="wm-second">Three lines each; say what works and what does not</p>
        </li>
      </ul>
    </Section>
  );
