import { mornings } from '#contract/strategies.ts';
import { to } from '../http/route.ts';

/** When people hear from the bot of its own accord. */
export const morningRoutes = {
  mornings: to({}, (casework, actor) => casework.openMornings(actor)),
  setMornings: to({ body: mornings }, (casework, actor, ask) => casework.setMornings(actor, ask)),
  asking: to({}, (casework, actor) => casework.openAsking(actor)),
};
