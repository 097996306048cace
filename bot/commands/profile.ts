import { profileCard } from '../cards/profile-card.ts';
import type { Answer, Turn } from '../turn.ts';
import { goOn, whichPupil } from './find-pupil.ts';

/** `profile Amina`: what people like about the pupil, what matters, how to help. */
export const profileByWords = async (turn: Turn, rest: string): Promise<Answer> => {
  const which = await whichPupil(turn, rest.replace(/^(?:about|for|of) /i, ''), goOn('profile'));
  return 'ask' in which ? which.ask : showProfile(turn, which.pupil.id);
};

export const showProfile = async (turn: Turn, pupil: string): Promise<Answer> => {
  const profile = await turn.casework.openProfile(turn.actor, { pupil });
  return {
    kind: 'own',
    card: profileCard(profile, turn.tabLink({ pupil })),
    title: profile.caseRef ? `Profile, ${profile.caseRef}` : 'Profile',
    look: { verb: 'profile', pupil },
  };
};
