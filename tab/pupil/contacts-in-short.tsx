import { Button } from '@fluentui/react-components';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import type { Contact, PupilPage as Pupil } from '#contract/pupils.ts';
import { Initials } from '../kit/owner-mark.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';

const SHORT = 2;

/** Who may be rung. A restriction stands first, above everyone; for that person there is no button at all. */
export const ContactsInShort = ({ pupil, mayLog }: { pupil: Pupil; mayLog: boolean }) => {
  const { log } = useReach();
  const restricted = pupil.contacts.filter((contact) => contact.restriction !== null);
  const open = pupil.contacts.filter((contact) => contact.restriction === null);
  const shown = open.slice(0, SHORT);
  const all = pupil.contacts.length > restricted.length + shown.length;
  return (
    <Section
      title="Contacts"
      end={all ? <PageLink to={`/tab/pupil/${pupil.id}?tab=contacts`}>All {pupil.contacts.length}</PageLink> : null}
    >
      {restricted.map((contact) => (
        <Restricted key={contact.id} contact={contact} />
      ))}
      {shown.length ? (
        <ul className="wm-list">
          {shown.map((contact) => (
            <li key={contact.id} className="pupil-contact">
              <Initials name={contact.name} />
              <div>
                <strong>{contact.name}</strong>, {contact.relation}
                <p className="wm-second">{contact.detail}</p>
              </div>
              {mayLog ? (
                <Button
                  size="small"
                  icon={<CallRegular />}
                  aria-label={`Log a call with ${contact.name}`}
                  onClick={() => log({ pupil: pupil.id, kind: 'call', contact: contact.id })}
                >
                  Log a call
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {pupil.contacts.length ? null : <p className="pupil-none">No contacts are recorded.</p>}
    </Section>
  );
};

const Restricted = ({ contact }: { contact: Contact }) => (
  <div className="pupil-blocked">
    <ProhibitedRegular aria-hidden />
    <div>
      <strong>
        Do not contact {contact.name} ({contact.relation}).
      </strong>{' '}
      Sending to them is blocked.
      <p className="wm-second">{contact.restriction}</p>
    </div>
  </div>
);
