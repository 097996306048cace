import { Button, Select } from '@fluentui/react-components';
import type { Readings } from '#contract/strategies.ts';
import { PageHeader } from '../kit/page-header.tsx';
import { PageLink } from '../kit/page-link.tsx';
import { changeQuery, usePlace } from '../kit/place.ts';
import { Section } from '../kit/section.tsx';
import { Empty } from '../kit/states.tsx';
import { Tabs } from '../kit/tabs.tsx';
import { useAnswer } from '../kit/use-answer.ts';
import { WholePage } from '../kit/whole-page.tsx';
import './strategies.css';

/** Who has read what helps each pupil. Whoever has not is asked by a card of their own: there is nothing to press. */
export const ReadingsPage = () => {
  const { query } = usePlace();
  const taught = query.get('class') ?? '';
  const page = query.get('page') ?? '';
  const asked = useAnswer('readings', undefined, { ...(taught ? { class: taught } : {}), ...(page ? { page } : {}) });
  return (
    <WholePage title="Who has read what" asked={asked}>
      {(readings) => <Shown readings={readings} taught={taught} />}
    </WholePage>
  );
};

type Readers = Readings['rows'][number]['readers'];

/** Readers of whom the same can be said stand together, those who have not read it first. */
const byWords = (readers: Readers) =>
  [...new Set([...readers].sort((a, b) => Number(a.state === 'read') - Number(b.state === 'read')).map(({ words }) => words))].map(
    (words) => {
      const same = readers.filter((one) => one.words === words);
      return { words, state: same[0]?.state ?? 'new', names: same.map(({ name }) => name).join(', ') };
    },
  );

const MOST_TABS = 6;

const Shown = ({ readings, taught }: { readings: Readings; taught: string }) => (
  <div className="wm-page">
    <PageHeader
      title="Who has read what"
      path={<PageLink to="/tab/classes">Classes</PageLink>}
      aside={readings.sentence}
      end={readings.classes.length > 1 ? <ByClass readings={readings} taught={taught} /> : null}
    />
    <Section title="Pupils" aside={readings.pupils} end={<Pages readings={readings} />}>
      {readings.rows.length === 0 ? (
        <Empty title="Nothing to read yet">
          Write down what works on a pupil’s page, under Needs: it reaches whoever teaches the pupil.
        </Empty>
      ) : null}
      <ul className="wm-list">
        {readings.rows.map(({ pupil, className, counts, readers }) => (
          <li key={pupil.id} className="classes-line">
            <div>
              <PageLink to={`/tab/pupil/${pupil.id}?tab=needs`} className="wm-link-lined">
                {pupil.name}
              </PageLink>{' '}
              {className}
              <p className="wm-second">{counts}</p>
              <ul className="readings-readers">
                {byWords(readers).map(({ words, state, names }) => (
                  <li key={words} className="wm-second">
                    {words}: {state === 'read' ? names : <strong>{names}</strong>}
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  </div>
);

const chooseClass = (value: string) => changeQuery({ class: value, page: '' });

/** A few classes stand beside each other; more than fit are chosen from a list. */
const ByClass = ({ readings: { classes }, taught }: { readings: Readings; taught: string }) => {
  const options = [{ value: '', words: 'All' }, ...classes.map(({ id, name }) => ({ value: id, words: name }))];
  if (classes.length <= MOST_TABS) return <Tabs label="Class" value={taught} options={options} onChoose={chooseClass} />;
  return (
    <Select size="small" aria-label="Class" value={taught} onChange={(_, { value }) => chooseClass(value)}>
      {options.map(({ value, words }) => (
        <option key={value} value={value}>
          {value === '' ? 'All classes' : words}
        </option>
      ))}
    </Select>
  );
};

const Pages = ({ readings: { page, pages } }: { readings: Readings }) =>
  pages === 1 ? null : (
    <>
      <Button size="small" disabled={page === 1} onClick={() => changeQuery({ page: String(page - 1) })}>
        Fifty before
      </Button>{' '}
      <Button size="small" disabled={page === pages} onClick={() => changeQuery({ page: String(page + 1) })}>
        Next fifty
      </Button>
    </>
  );
