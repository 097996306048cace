import type { PupilPage, TimelineEntry } from '#contract/pupils.ts';
import type { SharedWith } from './shared-records.ts';

/**
 * The pupil's page as somebody from outside sees it (duty 3 A4): strengths, needs, what works, goals and provision, which they are there to
 * advise on; of the rest only what was shared with them, what they gave, and meetings they were asked to. Nothing of the family.
 */
export const sharedOnly = (page: PupilPage, shared: SharedWith): PupilPage => {
  const timeline = sharedEntries(page.timeline, shared);
  return {
    ...page,
    clocks: [],
    contacts: [],
    restrictedContacts: 0,
    folderUrl: null,
    absence: null,
    documents: page.documents.filter(({ id }) => shared.documents.has(id)),
    plans: page.plans.map((plan) => ({
      ...plan,
      webUrl: page.documents.some(({ id, webUrl }) => shared.documents.has(id) && webUrl === plan.webUrl) ? plan.webUrl : null,
    })),
    meetings: page.meetings.filter(({ id }) => shared.meetings.has(id)),
    metElsewhere: [],
    timeline,
    timelineCount: timeline.length,
  };
};

/** What whoever advises on a pupil is there to know. */
const SHARED_KINDS: ReadonlySet<TimelineEntry['kind']> = new Set(['measurement', 'need', 'assessment', 'provision']);

/** The lines of a timeline that were shared with somebody from outside. */
export const sharedEntries = (entries: readonly TimelineEntry[], shared: SharedWith): TimelineEntry[] =>
  entries.filter((entry) => isShared(entry, shared));

/** Lines of the timeline are named by what they are of: `document <id>`, `meeting <id>`; a line of the log by its own id. */
const isShared = ({ id, kind }: TimelineEntry, shared: SharedWith): boolean => {
  const [of = '', own = ''] = id.split(' ');
  if (of === 'document') return shared.documents.has(own);
  if (of === 'meeting') return shared.meetings.has(own);
  return SHARED_KINDS.has(kind) || shared.log.has(id);
};
