import { statusCard } from '../cards/status-card.ts';
import type { Answer, Turn } from '../turn.ts';

/** `status`: how the service is doing. Nothing about a pupil is in it. */
export const showStatus = async (turn: Turn): Promise<Answer> => {
  const status = await turn.casework.openStatus(turn.actor, { look: true });
  return { kind: 'open', card: statusCard(status, turn.tabLink({ page: 'settings/status' })) };
};
