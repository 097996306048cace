import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { useState } from 'react';
import type { Access } from '#contract/access.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { OwnerMark } from './person-mark.tsx';

const PARTS = {
  glance: 'At a glance',
  plan: 'Plan',
  casework: 'Casework',
  meetings: 'Meetings',
  contacts: 'Contacts',
  restricted: 'Restricted',
} as const;

/** People by part of the record; a cell opens the rule that decides it. Who must not be reached is one sentence over the whole row. */
export const WhoSees = ({ access }: { access: Access }) => {
  const { me } = useReach();
  const [rule, setRule] = useState<{ readonly who: string; readonly part: string; readonly words: string; readonly rule: string } | null>(
    null,
  );
  return (
    <Section title="Who, and how much">
      <div className="access-scroll">
        <table className="access-table">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">Because</th>
              {Object.values(PARTS).map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {access.people.map((person) => (
              <tr key={person.person}>
                <th scope="row">
                  <OwnerMark name={person.name} outside={person.outside} /> {person.person === me.person.id ? 'You' : person.name}
                  <p className="wm-second">{person.words}</p>
                </th>
                <td className="wm-second">{person.because.join('; ')}</td>
                {person.sees.map((sight) => (
                  <td key={sight.part} data-part={PARTS[sight.part]}>
                    {sight.words === '–' ? (
                      <span>
                        <span aria-hidden>–</span>
                        <span className="wm-hidden">nothing</span>
                      </span>
                    ) : (
                      <button
                        type="button"
                        className={`access-cell ${sight.words === 'edits' ? 'wm-strong' : ''}`}
                        onClick={() => setRule({ who: person.name, part: PARTS[sight.part], words: sight.words, rule: sight.rule })}
                      >
                        {sight.words}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
            {access.blocked.map(({ name, words }) => (
              <tr key={name}>
                <th scope="row">
                  <ProhibitedRegular className="access-blocked-icon" aria-hidden /> {name}
                </th>
                <td className="wm-second">{words}</td>
                <td colSpan={6} className="access-blocked">
                  Blocked everywhere, and nothing can be sent
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="wm-foot" aria-live="polite">
        {rule ? (
          <>
            <strong>
              {rule.who}, {rule.part}: {rule.words}.
            </strong>{' '}
            {rule.rule}
          </>
        ) : (
          'Press a cell to see the rule that decides it. Whoever leaves the class or the team loses access the same day.'
        )}
      </p>
    </Section>
  );
};
