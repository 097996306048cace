import { Button } from '@fluentui/react-components';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import type { Entry } from '#contract/record.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { textIn } from '#domain/record/kind.ts';
import { contactName } from '#domain/record/kinds/contact.ts';
import { Initials } from '../../kit/owner-mark.tsx';
import { useReach } from '../../kit/reach.ts';

/** Those who must not be contacted stand first. */
export const restrictedFirst = (one: Entry, other: Entry): number =>
  Number(textIn(other.values, 'restriction') !== '') - Number(textIn(one.values, 'restriction') !== '');

/** Somebody of the family: how to reach them, or, in red and above all, that nobody may. */
export const ContactLook = ({ entry: { id, values }, pupil, mayLog }: { entry: Entry; pupil: string; mayLog: boolean }) => {
  const { me, log } = useReach();
  const name = contactName(values);
  const relation = textIn(values, 'relation');
  if (textIn(values, 'restriction'))
    return (
      <div className="pupil-blocked">
        <ProhibitedRegular aria-hidden />
        <div>
          <strong>
            Do not contact {name} ({relation}).
          </strong>{' '}
          Sending to them is blocked.
          <p className="wm-second">
            {textIn(values, 'restriction')}
            {textIn(values, 'restrictedOn')
              ? ` · ${/\bseen\b/i.test(textIn(values, 'restriction')) ? '' : 'seen '}${dayWords(textIn(values, 'restrictedOn') as Day, me.today)}`
              : ''}
          </p>
        </div>
      </div>
    );
  const reach = ['phone', 'email', 'prefers'].map((key) => textIn(values, key));
  const reads = [textIn(values, 'language') && `reads ${textIn(values, 'language')}`, textIn(values, 'format')];
  return (
    <div className="record-contact">
      <Initials name={name} />
      <div>
        <strong dir="auto">{name}</strong>, {relation}
        {values.responsibility === true ? <span className="wm-second"> · parental responsibility</span> : null}
        <p className="wm-second">
          {[...reach, ...reads, values.interpreter === true ? 'needs an interpreter' : ''].filter(Boolean).join(' · ') ||
            'How to reach them is not yours to see, or not known.'}
        </p>
      </div>
      {mayLog ? (
        <Button
          size="small"
          icon={<CallRegular />}
          aria-label={`Log a call with ${name}`}
          onClick={() => log({ pupil, kind: 'call', contact: id })}
        >
          Log a call
        </Button>
      ) : null}
    </div>
  );
};
