import { PressLink } from '../../kit/page-link.tsx';
import { changeQuery } from '../../kit/place.ts';
import { useAnswer } from '../../kit/use-answer.ts';

type Props = { pupil: string; kind: 'concern' | 'referral'; entry: string; readOnly: boolean };

/** Under a concern or a referral: how many have answered its round-robin, or the way to ask for one. */
export const AskAbout = ({ pupil, kind, entry, readOnly }: Props) => {
  const { answer } = useAnswer('contributions', { pupil });
  const asked = answer?.requests.filter(({ about, state }) => about?.id === entry && state !== 'withdrawn') ?? [];
  const mayAsk = !readOnly && answer?.can.includes('ask') === true;
  if (!asked.length && !mayAsk) return null;
  const people = asked.flatMap((request) => request.people);
  return (
    <p className="wm-second">
      {asked.length ? `Round-robin: ${people.filter(({ answeredOn }) => answeredOn !== null).length} of ${people.length} answered` : null}
      {asked.length && mayAsk ? ' · ' : null}
      {mayAsk ? (
        <PressLink onPress={() => changeQuery({ ask: 'concern', about: `${kind}/${entry}` })}>
          {asked.length ? 'Ask again' : 'Ask for contributions'}
        </PressLink>
      ) : null}
    </p>
  );
};
