import { Button, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { MyStrategies } from '#contract/strategies.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { changeQuery, usePlace } from '../kit/place.ts';
import { useReach } from '../kit/reach.ts';
import { Empty } from '../kit/states.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import { HelpedPupilPart } from './helped-pupil.tsx';
import './strategies.css';

/** What helps the pupils one teaches, and one tap back: works, does not, not tried. Made for a telephone first. */
export const MyStrategiesPage = () => {
  const taught = usePlace().query.get('class') ?? '';
  const asked = useAnswer('strategies', undefined, taught ? { class: taught } : undefined);
  return (
    <WholePage title="My pupils" asked={asked}>
      {(page, stale) => <Shown page={page} stale={stale} again={asked.again} />}
    </WholePage>
  );
};

const Shown = ({ page, stale, again }: { page: MyStrategies; stale: boolean; again: () => void }) => {
  const { log } = useReach();
  const [open, setOpen] = useState(() => page.pupils.find(({ readWords }) => readWords === null)?.id ?? '');
  // the order of arrival: a pupil who has just been read stays where the reader looks
  const [order] = useState(() => page.pupils.map(({ id }) => id));
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  const pupils = [...page.pupils].sort((a, b) => place(a.id) - place(b.id));
  const next = (read: string) => setOpen(pupils.find(({ id, readWords }) => id !== read && readWords === null)?.id ?? '');
  return (
    <div className="wm-page strategies-page">
      <PageHeader
        title={page.title}
        path={<PageLink to="/tab/classes">Classes</PageLink>}
        aside={page.sentence}
        end={page.classes.length > 1 ? <ClassChoice page={page} /> : null}
      />
      {pupils.length === 0 ? (
        <section className="wm-section">
          <Empty title="No strategies to read">
            When the coordinator writes down what helps a pupil you teach, it stands here, three lines at most, and a card says so.
          </Empty>
        </section>
      ) : null}
      {pupils.map((pupil) => (
        <HelpedPupilPart
          key={pupil.id}
          pupil={pupil}
          goesTo={page.goesTo}
          open={open === pupil.id}
          stale={stale}
          onOpen={() => setOpen(open === pupil.id ? '' : pupil.id)}
          onChanged={again}
          onRead={() => next(pupil.id)}
        />
      ))}
      <div className="strategies-foot">
        <Button size="large" icon={<AddRegular />} onClick={() => log({ kind: 'observation' })}>
          Log what you saw
        </Button>
        <PageLink to="/tab/settings/mornings">When I am asked</PageLink>
      </div>
    </div>
  );
};

const ClassChoice = ({ page }: { page: MyStrategies }) => (
  <Select size="small" aria-label="Class" value={page.class ?? ''} onChange={(_, { value }) => changeQuery({ class: value })}>
    <option value="">All my pupils</option>
    {page.classes.map((one) => (
      <option key={one.id} value={one.id}>
        {one.name}
      </option>
    ))}
  </Select>
);
