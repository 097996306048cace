import { Select } from '@fluentui/react-components';
import type { GuidanceEntry, GuidancePage as Page } from '#contract/guidance.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { GUIDANCE, type GuidanceKindName } from '#domain/guidance/kinds.ts';
import { saidIn } from '#domain/guidance/said.ts';
import { textIn } from '#domain/record/kind.ts';
import { changeQuery, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Section } from '../kit/section.tsx';
import { Empty } from '../kit/states.tsx';
import { EntryActions } from './entry-actions.tsx';
import type { Over } from './guidance-page.tsx';
import { Retired } from './retired.tsx';

type PlanKind = Exclude<GuidanceKindName, 'strategy'>;
type Props = { page: Page; kind: PlanKind; stale: boolean; onOver: (over: Over) => void };

const NONE: Readonly<Record<PlanKind, string>> = {
  'session-plan': 'A plan for a group: what they will be able to do, how it is taught, how it will be seen that it worked.',
  'co-teaching': 'Who of two adults does what, from start to end of a lesson.',
  material: 'Links to what the class works with: a title and an address that begins with https://.',
};

/** Session plans, co-teaching plans or links, narrowed by class. */
export const Plans = ({ page, kind, stale, onOver }: Props) => {
  const { query } = usePlace();
  const of = query.get('class') ?? '';
  const all = page.entries.filter((entry) => entry.kind === kind && !entry.retired);
  const shown = all.filter((entry) => of === '' || entry.class?.id === of);
  const classes = [...new Map(all.flatMap((entry) => (entry.class ? [[entry.class.id, entry.class.name] as const] : [])))];
  return (
    <>
      <Section
        title={GUIDANCE[kind].titles}
        aside={shown.length}
        end={
          classes.length > 0 ? (
            <Select size="small" aria-label="Class" value={of} onChange={(_, { value }) => changeQuery({ class: value })}>
              <option value="">Every class</option>
              {classes.map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          ) : null
        }
      >
        {shown.length === 0 ? <Empty title={`No ${GUIDANCE[kind].titles.toLowerCase()} here yet`}>{NONE[kind]}</Empty> : null}
        <ul className="wm-list">
          {shown.map((entry) => (
            <li key={entry.id} className="guidance-strategy">
              {kind === 'material' ? <Material entry={entry} /> : <Plan entry={entry} />}
              <div className="guidance-actions">
                <EntryActions entry={entry} stale={stale} onOver={onOver} />
              </div>
            </li>
          ))}
        </ul>
      </Section>
      <Retired page={page} kind={kind} stale={stale} onOver={onOver} />
    </>
  );
};

const Material = ({ entry }: { entry: GuidanceEntry }) => (
  <div>
    <a className="wm-link-lined" href={textIn(entry.values, 'address')} target="_blank" rel="noopener noreferrer">
      {entry.line}
    </a>
    <p className="wm-second">
      {[entry.class?.name, textIn(entry.values, 'about'), new URL(textIn(entry.values, 'address')).hostname, entry.madeBy]
        .filter(Boolean)
        .join(' · ')}
    </p>
  </div>
);

const Plan = ({ entry }: { entry: GuidanceEntry }) => {
  const { me } = useReach();
  const on = textIn(entry.values, 'on');
  const fields = GUIDANCE[entry.kind].fields.slice(1).filter(({ key }) => key !== 'on' && key !== 'group');
  return (
    <details>
      <summary>
        <strong>{entry.line}</strong>{' '}
        <span className="wm-second">
          {[entry.class?.name, on ? dayWords(on as Day, me.today) : '', entry.madeBy].filter(Boolean).join(' · ')}
        </span>
      </summary>
      <dl className="guidance-said">
        {fields
          .map((field) => ({ label: field.label, said: saidIn(field, entry.values) }))
          .filter(({ said }) => said !== '')
          .map(({ label, said }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="guidance-words">{said}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
};
