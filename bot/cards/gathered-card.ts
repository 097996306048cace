import type { ContributionRequest, GatheredContributions } from '#contract/contributions.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { button, buttons, type Card, card, container, heading, link, plain, quiet, small, text } from './card.ts';

type Person = ContributionRequest['people'][number];

const answered = ({ answeredOn }: Person): boolean => answeredOn !== null;

const stands = (one: Person, today: Day): string => {
  if (one.answeredOn) return `answered ${dayWords(one.answeredOn, today)}${one.late ? ', late' : ''}`;
  return [one.gone ?? 'has not answered', one.remindedWords].filter(Boolean).join(', ');
};

const listOf = (title: string, people: readonly Person[], today: Day) =>
  people.length === 0
    ? []
    : [
        container([
          text(`**${plain(title)}**`),
          ...people.map((one) => small(plain(`${one.name}${one.words ? `, ${one.words}` : ''}: ${stands(one, today)}`))),
        ]),
      ];

/** Who has answered a request and who has not, for whoever asked; with the two things that can be done about it. */
export const gatheredCard = (
  { pupil, request }: GatheredContributions,
  { today, url, notice }: { readonly today: Day; readonly url: string | null; readonly notice?: string },
): Card => {
  const { people } = request;
  const count = people.filter(answered).length;
  const summary = `${pupil.caseRef}: ${count} of ${people.length} have answered.`;
  return card(summary, [
    ...(notice ? [container([text(plain(notice))], { style: 'emphasis' })] : []),
    heading(plain(summary.slice(0, -1))),
    quiet(plain(`${request.title} · ${request.endWords ?? `due ${dayWords(request.dueOn, today)}`}`)),
    ...listOf(
      'Not answered',
      people.filter((one) => !answered(one)),
      today,
    ),
    ...listOf('Answered', people.filter(answered), today),
    ...(request.can.includes('remind') ? [small('Whoever was reminded twice is best asked in person.')] : []),
    buttons(
      request.can.includes('remind') && button('Remind now', { verb: 'remind-contributions', request: request.id }),
      request.can.includes('close') && button('Close the request', { verb: 'close-contributions', request: request.id }),
      link('Read the answers', url),
    ),
  ]);
};
