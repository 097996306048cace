import type { RollOver } from '#contract/roll-over.ts';
import { PageLink } from '../../kit/page-link.tsx';
import { Section } from '../../kit/section.tsx';
import { counted } from '../../kit/stage-words.ts';

/** Pupils whose key worker had their class and will not have the next: handed over on the caseload, or kept. */
export const HandOver = ({ pupils }: { pupils: RollOver['handOver'] }) => (
  <Section title="Key workers to hand over" aside={counted(pupils.length, 'pupil')}>
    {pupils.length === 0 ? (
      <p className="roll-body wm-second">No key worker loses a pupil’s class.</p>
    ) : (
      <ul className="wm-list">
        {pupils.map(({ id, name, caseRef, keyWorker }) => (
          <li key={id} className="roll-pupil">
            <PageLink to={`/tab/pupil/${id}`} className="wm-link-lined">
              {name}
            </PageLink>
            <span className="wm-second">
              {caseRef ? `${caseRef} · ` : ''}key worker {keyWorker}, who does not have the new class
            </span>
          </li>
        ))}
      </ul>
    )}
    <p className="wm-foot">
      Key workers stay until somebody changes them: on the <PageLink to="/tab/caseload">Caseload</PageLink>, choose pupils and press Key
      worker.
    </p>
  </Section>
);
