import type { TimelineEntry as Entry } from '#contract/pupils.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { dayWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import { PageLink, PressLink } from '../../kit/page-link.tsx';
import { useReach } from '../../kit/reach.ts';
import { timelineKinds } from './timeline-kinds.ts';

const A_YEAR = 365;

/** `Today`, `Fri 20 Nov`, and with its year what lies further back. */
export const whenWords = (on: Day, today: Day): string => {
  if (on === today) return 'Today';
  return Math.abs(daysBetween(on, today)) > A_YEAR ? dayWordsWithYear(on) : dayWords(on, today);
};

/** What happened, then who and the essence. */
export const TimelineEntry = ({ entry, today }: { entry: Entry; today: Day }) => {
  const { icon: Icon, title } = timelineKinds[entry.kind];
  return (
    <li className="pupil-entry">
      <span className="wm-second">{whenWords(entry.on, today)}</span>
      <span className="pupil-entry-icon">
        <Icon aria-hidden />
        <span className="wm-hidden">{title}: </span>
      </span>
      <div>
        {entry.words}
        <p className="wm-second">
          {entry.detail}
          {entry.link ? (
            <>
              {entry.detail ? ' · ' : ''}
              <EntryLink link={entry.link} />
            </>
          ) : null}
        </p>
      </div>
    </li>
  );
};

const EntryLink = ({ link }: { link: NonNullable<Entry['link']> }) => {
  const { explain } = useReach();
  if (link.kind === 'clock')
    return (
      <PressLink className="wm-link-lined" onPress={() => explain(link.target)}>
        {link.words}
      </PressLink>
    );
  const to = link.kind === 'meeting' ? `/tab/meetings/${link.target}` : link.kind === 'plan' ? '?tab=plan' : '?tab=documents';
  return (
    <PageLink className="wm-link-lined" to={to.startsWith('?') ? `${window.location.pathname}${to}` : to}>
      {link.words}
    </PageLink>
  );
};
