import type { VisitPage } from '#contract/visits.ts';
import type { Words } from './words.ts';

type Props = { time: NonNullable<VisitPage['time']>; words: Words; chosen: string; onChoose: (id: string) => void };

/** The offered times with the consequence of each in words; *telephone me* is an equal choice. */
export const TimeChoice = ({ time, words, chosen, onChoose }: Props) => (
  <>
    <p>{words.about(time)}</p>
    <fieldset className="visit-times">
      <legend className="visit-hidden">{words.timesLegend}</legend>
      {time.slots.map((slot) => (
        <label key={slot.id} className="visit-time">
          <input type="radio" name="time" value={slot.id} checked={chosen === slot.id} onChange={() => onChoose(slot.id)} />
          <span>
            <strong>{words.day(slot.day)}</strong>
            <span>{words.times(slot.from, slot.to)}</span>
            <span className="visit-quiet">{words.hint(slot)}</span>
          </span>
        </label>
      ))}
      <label className="visit-time">
        <input type="radio" name="time" value="phone-me" checked={chosen === 'phone-me'} onChange={() => onChoose('phone-me')} />
        <span>{words.phoneMe}</span>
      </label>
    </fieldset>
  </>
);
