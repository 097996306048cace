import { Button } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { PageHeader } from './page-header.tsx';
import { go } from './place.ts';
import { useReach } from './reach.ts';
import { Empty } from './states.tsx';

/** The same page for a case that does not exist and for one that is not the reader's: it does not say which. */
export const NotFoundPage = () => {
  const coordinates = useReach().me.roles.includes('coordinator');
  return (
    <div className="wm-page">
      <PageHeader title="Not found" />
      <section className="wm-section">
        <Empty
          icon={<SearchRegular className="wm-empty-icon" aria-hidden />}
          title="There is nothing here for you to see"
          end={
            <Button size="small" onClick={() => go('/tab/caseload')}>
              My pupils
            </Button>
          }
        >
          {coordinates
            ? 'The case may not exist, or it may belong to another school. Look for it by name or case reference.'
            : 'The case may not exist, or you may not be on its team. If you teach this pupil, ask your coordinator.'}
        </Empty>
      </section>
    </div>
  );
};
