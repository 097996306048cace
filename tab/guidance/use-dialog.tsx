import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { useState } from 'react';
import type { StrategyUsed } from '#contract/guidance.ts';
import { type LibraryEntry, sortWords } from '#domain/guidance/strategy.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { FindPupil } from '../kit/find-pupil.tsx';
import { freshId } from '../kit/fresh-id.ts';
import { PageLink } from '../kit/page-link.tsx';
import { useReach } from '../kit/reach.ts';
import { FailedBar } from '../kit/states.tsx';
import { UrgencyMark } from '../kit/urgency-mark.tsx';
import { useDeed } from '../kit/use-deed.ts';

type Chosen = { readonly id: string; readonly name: string };

/** Uses a strategy for one pupil; where it then stands is said, with a link there. */
export const UseDialog = ({ strategy, onClose }: { strategy: LibraryEntry; onClose: () => void }) => {
  const { me } = useReach();
  const { busy, failed, run } = useDeed();
  const [request, setRequest] = useState(freshId);
  const [pupil, setPupil] = useState<Chosen | null>(null);
  const [used, setUsed] = useState<StrategyUsed | null>(null);
  const use = async () => {
    if (!pupil) return;
    setUsed(await run('useStrategy', { path: { pupil: pupil.id }, body: { strategy: strategy.id, request } }, `${strategy.title}: used`));
  };
  const choose = (chosen: Chosen) => {
    setPupil(chosen);
    setUsed(null);
    setRequest(freshId());
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Use for a pupil: {strategy.title}</DialogTitle>
          <DialogContent className="guidance-form">
            {failed ? <FailedBar failed={failed} /> : null}
            <p className="wm-second">{sortWords(strategy.sort, nationOf(me.organisation.jurisdiction))}</p>
            <FindPupil label="Find the pupil" collapsed={null} autoFocus onChoose={choose} />
            {pupil ? (
              <p>
                For <strong>{pupil.name}</strong>
              </p>
            ) : (
              <p className="wm-second">By name, class or case reference; pupils you work with.</p>
            )}
            {used && pupil ? (
              <p role="status">
                <UrgencyMark urgency={used.kept === 'already' ? 'info' : 'good'}>{used.words}</UrgencyMark>{' '}
                <PageLink
                  to={`/tab/pupil/${pupil.id}?tab=${{ modifications: 'provision', log: 'contacts', strategies: 'needs', already: 'needs' }[used.kept]}`}
                >
                  Look at it there
                </PageLink>
              </p>
            ) : null}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{used ? 'Close' : 'Cancel'}</Button>
            <Button appearance="primary" disabled={busy || !pupil || used !== null} onClick={() => void use()}>
              Use it
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
};
