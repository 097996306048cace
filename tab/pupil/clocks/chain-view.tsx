import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { ErrorCircleFilled } from '@fluentui/react-icons/svg/error-circle';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import type { Chain, ChainState } from '#contract/case-events.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { DueDate } from '../../kit/due-date.tsx';
import { useReach } from '../../kit/reach.ts';
import { Section } from '../../kit/section.tsx';

const STATES: Readonly<Record<ChainState, string>> = {
  done: 'Done',
  'done-late': 'Done, late',
  running: 'Running',
  late: 'Late',
  excused: 'Late, excused',
  'fell-away': 'Not needed any more',
  'to-come': 'To come',
};

const SIGNS: Readonly<Record<ChainState, typeof InfoRegular>> = {
  done: CheckmarkCircleFilled,
  'done-late': CheckmarkCircleFilled,
  running: InfoRegular,
  late: ErrorCircleFilled,
  excused: ErrorCircleFilled,
  'fell-away': SubtractRegular,
  'to-come': SubtractRegular,
};

/** The whole way of each matter, limit by limit: what is done, runs, is late or excused, and what waits for what. */
export const ChainView = ({ chains }: { chains: readonly Chain[] }) =>
  chains.map((chain) =>
    chain.walked ? (
      <Section key={chain.id} title={chain.title} aside="Over: nothing is left to do on this way.">
        <details className="chain-walked">
          <summary>Show it</summary>
          <Way chain={chain} />
        </details>
      </Section>
    ) : (
      <Section key={chain.id} title={chain.title}>
        <Way chain={chain} />
      </Section>
    ),
  );

const Way = ({ chain }: { chain: Chain }) => {
  const { me } = useReach();
  return (
    <ol className="chain">
      <li className="chain-link chain-done">
        <CheckmarkCircleFilled aria-hidden className="chain-sign" />
        <span className="chain-state">Began</span>
        <strong className="chain-words">{chain.began.words}</strong>
        <span>{dayWords(chain.began.on, me.today)}</span>
      </li>
      {chain.links.map((link) => {
        const Sign = SIGNS[link.state];
        return (
          <li key={`${link.clock} ${link.words}`} className={`chain-link chain-${link.state}`}>
            <Sign aria-hidden className="chain-sign" />
            <span className="chain-state">{STATES[link.state]}</span>
            <strong className="chain-words">{link.words}</strong>
            <span>
              {link.due ? <DueDate day={link.due} clock={link.clock} /> : null}
              {link.due ? ' · ' : ''}
              {link.standing}
            </span>
            <span className="wm-second">{link.owner}</span>
            {link.waitsFor.length ? <span className="wm-second">Waits for: {link.waitsFor.join('; ')}</span> : null}
          </li>
        );
      })}
    </ol>
  );
};
