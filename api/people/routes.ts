import { to } from '../http/route.ts';

/** The people one works with. */
export const peopleRoutes = {
  colleagues: to({}, (casework, actor) => casework.openColleagues(actor)),
};
