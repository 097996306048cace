import type { Entry } from '#contract/record.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { useReach } from '../../kit/reach.ts';

/** Statutory dates that a change has moved, each with what was shown before. */
export const MovedDates = ({ moved }: { moved: Entry['moved'] }) => {
  const { me } = useReach();
  return moved.map(({ title, from, to }) => (
    <p key={title}>
      <strong>{title}</strong>: {from ? <del>{dayWords(from, me.today)}</del> : 'no date before'},{' '}
      {to ? <>now {dayWords(to, me.today)}</> : 'no longer due'}
    </p>
  ));
};
