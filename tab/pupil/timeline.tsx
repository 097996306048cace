import { Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowTrendingRegular } from '@fluentui/react-icons/svg/arrow-trending';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { CallRegular } from '@fluentui/react-icons/svg/call';
import { ChatRegular } from '@fluentui/react-icons/svg/chat';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { DocumentEditRegular } from '@fluentui/react-icons/svg/document-edit';
import { EyeRegular } from '@fluentui/react-icons/svg/eye';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { NoteRegular } from '@fluentui/react-icons/svg/note';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { PersonVoiceRegular } from '@fluentui/react-icons/svg/person-voice';
import { useState } from 'react';
import type { PupilPage as Pupil, TimelineEntry } from '#contract/pupils.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { PageLink, PressLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { counted } from '../kit/stage-words.ts';

type Kind = TimelineEntry['kind'];

const kinds: Readonly<Record<Kind, { readonly icon: typeof ClockRegular; readonly title: string }>> = {
  clock: { icon: ClockRegular, title: 'Clocks' },
  document: { icon: DocumentRegular, title: 'Documents' },
  call: { icon: CallRegular, title: 'Calls' },
  message: { icon: ChatRegular, title: 'Messages' },
  observation: { icon: EyeRegular, title: 'Observations' },
  measurement: { icon: ArrowTrendingRegular, title: 'Progress points' },
  meeting: { icon: PeopleTeamRegular, title: 'Meetings' },
  plan: { icon: DocumentEditRegular, title: 'Plans' },
  letter: { icon: MailRegular, title: 'Letters' },
  contribution: { icon: PersonVoiceRegular, title: 'Views and advice' },
  'restricted-note': { icon: LockClosedRegular, title: 'Restricted notes' },
  note: { icon: NoteRegular, title: 'Notes' },
  event: { icon: BuildingRegular, title: 'Steps of the council and others' },
  action: { icon: CheckmarkCircleRegular, title: 'Actions' },
};

const FIRST = 8;

const whenWords = (on: Day, today: Day): string => (on === today ? 'Today' : dayWords(on, today));

/** Everything that happened, newest first, of all kinds or of one. */
export const Timeline = ({ pupil }: { pupil: Pupil }) => {
  const { me } = useReach();
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [all, setAll] = useState(false);
  const entries = pupil.timeline.filter((entry) => kind === 'all' || entry.kind === kind);
  const shown = all ? entries : entries.slice(0, FIRST);
  const more = entries.length - shown.length;
  const beyond = pupil.timelineCount - pupil.timeline.length;
  return (
    <Section
      title="Timeline"
      aside={counted(pupil.timelineCount, 'entry', 'entries')}
      end={<KindMenu pupil={pupil} kind={kind} onKind={setKind} />}
    >
      {entries.length ? (
        <ol className="pupil-timeline">
          {shown.map((entry) => (
            <Entry key={entry.id} entry={entry} today={me.today} />
          ))}
        </ol>
      ) : (
        <p className="pupil-none">{kind === 'all' ? 'Nothing has been written yet.' : `No ${kinds[kind].title.toLowerCase()} yet.`}</p>
      )}
      {more > 0 ? (
        <p className="wm-foot">
          <PressLink className="wm-link-lined" onPress={() => setAll(true)}>
            Earlier: {counted(more, 'entry', 'entries')}
          </PressLink>
        </p>
      ) : null}
      {more === 0 && beyond > 0 && kind === 'all' ? (
        <p className="wm-foot">{counted(beyond, 'older entry', 'older entries')} not shown here.</p>
      ) : null}
    </Section>
  );
};

const Entry = ({ entry, today }: { entry: TimelineEntry; today: Day }) => {
  const { icon: Icon, title } = kinds[entry.kind];
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

const EntryLink = ({ link }: { link: NonNullable<TimelineEntry['link']> }) => {
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

const KindMenu = ({ pupil, kind, onKind }: { pupil: Pupil; kind: Kind | 'all'; onKind: (kind: Kind | 'all') => void }) => {
  const here = (Object.keys(kinds) as Kind[]).filter((name) => pupil.timeline.some((entry) => entry.kind === name));
  return (
    <Menu checkedValues={{ kind: [kind] }} onCheckedValueChange={(_, chosen) => onKind((chosen.checkedItems[0] ?? 'all') as Kind | 'all')}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton size="small" appearance="transparent" icon={<FilterRegular />} menuIcon={null}>
          {kind === 'all' ? 'All kinds' : kinds[kind].title}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="kind" value="all">
            All kinds
          </MenuItemRadio>
          {here.map((name) => (
            <MenuItemRadio name="kind" value={name} key={name}>
              {kinds[name].title}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
