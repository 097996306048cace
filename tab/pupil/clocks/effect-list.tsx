import type { EventEffect } from '#contract/case-events.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';

const VERBS: Readonly<Record<EventEffect['kind'], string>> = {
  starts: 'Starts',
  moves: 'Moves',
  meets: 'Meets',
  stops: 'Stops',
  excuses: 'Excuses; the date stays',
  reopens: 'Opens again',
  goes: 'Goes',
};

const dates = ({ kind, from, to }: EventEffect) => {
  const words = (day: Day | null) => (day ? dayWordsWithYear(day) : 'no date');
  if (kind === 'moves') {
    return (
      <>
        <del>{words(from)}</del> <span aria-hidden>→</span>
        <span className="wm-hidden">becomes</span> <strong>{words(to)}</strong>
      </>
    );
  }
  if (kind === 'goes') return <del>{words(from)}</del>;
  return <strong>{words(to)}</strong>;
};

/** What saving does to the clocks, one line a clock; nothing is saved yet. */
export const EffectList = ({ effects }: { effects: readonly EventEffect[] }) =>
  effects.length ? (
    <ul className="effects">
      {effects.map((effect) => (
        <li key={effect.clock}>
          <span className={`effect-kind effect-${effect.kind}`}>{VERBS[effect.kind]}</span>
          <span>
            {effect.title}
            <br />
            <span className="effect-dates">{dates(effect)}</span>
            <span className="wm-second">
              {' '}
              {effect.standing ? `${effect.standing} · ` : ''}
              {effect.owner}
            </span>
          </span>
        </li>
      ))}
    </ul>
  ) : (
    <p className="wm-second">No clock starts, moves or is met by this.</p>
  );
