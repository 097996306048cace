import type { Gateway } from '#api/graph/gateway.ts';
import { Refusal } from '#api/refusal.ts';

const away = async (): Promise<never> => {
  throw new Refusal('elsewhere-unwell', 'Microsoft 365 cannot be reached just now. Try again in a minute.');
};

/** Microsoft 365 out of reach: what a deed meets on a bad day, and what tests meet that have no business there. */
export const noGraph: Gateway = {
  calendars: { read: away },
  events: { book: away, remove: away, look: away },
  files: {
    list: away,
    library: away,
    read: away,
    save: away,
    one: away,
    pdf: away,
    versions: away,
    folder: away,
    changes: away,
    erase: away,
  },
  people: { account: away, page: away, membersOf: away },
  groups: { among: away },
  workbooks: { find: away, one: away, read: away },
  dates: { add: away, change: away, remove: away },
  activity: { notify: away },
  mail: { send: away },
  watching: { open: away, renew: away, mine: away, close: away },
  preflight: away,
  reachable: away,
};
