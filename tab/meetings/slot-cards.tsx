import type { Slot } from '#contract/meetings.ts';
import { dayWords, timesWords } from '#domain/calendar/wording.ts';
import { useReach } from '../kit/reach.ts';
import { UrgencyMark } from '../kit/urgency-mark.tsx';

type Props = { slots: readonly Slot[]; chosen: string; onChoose: (slot: string) => void };

/** Three radio cards: date, time, verdict in words, reason. Arrows move between them, as between any radio buttons. */
export const SlotCards = ({ slots, chosen, onChoose }: Props) => {
  const { me } = useReach();
  if (!slots.length)
    return (
      <p className="wm-section meetings-sentence">
        No date in the window works. Ask for advice in writing instead, or widen who may send it.
      </p>
    );
  return (
    <fieldset className="meetings-slots">
      <legend className="wm-hidden">Dates</legend>
      {slots.map((slot) => (
        <label key={slot.id} className={slot.id === chosen ? 'meetings-slot meetings-slot-chosen' : 'meetings-slot'}>
          <input type="radio" name="slot" value={slot.id} checked={slot.id === chosen} onChange={() => onChoose(slot.id)} />
          <span className="meetings-slot-day">
            {dayWords(slot.day, me.today)}
            {slot.best ? <span className="meetings-best">Best</span> : null}
          </span>
          <span>{timesWords(slot.from, slot.to)}</span>
          <span className="meetings-verdict wm-strong">
            <UrgencyMark urgency={slot.urgency}>{slot.verdict}</UrgencyMark>
          </span>
          <span className="wm-second">{slot.reason}</span>
        </label>
      ))}
    </fieldset>
  );
};
