import type { VisitPage } from '#contract/visits.ts';
import type { Day } from '#domain/calendar/day.ts';

type Slot = NonNullable<VisitPage['time']>['slots'][number];
type Time = NonNullable<VisitPage['time']>;

/** Everything the pages by link say, in one language. Sentences are short: reading age about ten. */
export type Words = {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** The language's own name, for the switch. */
  readonly name: string;
  /** Set where nobody who speaks it has checked the words. */
  readonly unchecked: string | null;
  readonly loading: string;
  readonly noConnection: string;
  readonly notFound: string;
  readonly ended: string;
  readonly doorTitle: string;
  readonly doorWords: (sentTo: string) => string;
  readonly sendCode: string;
  readonly sending: string;
  readonly codeSent: (sentTo: string, minutes: number) => string;
  readonly codeLabel: string;
  readonly codeWrong: string;
  /** Where the code is when it does not come by e-mail. */
  readonly codeOnPaper: string;
  readonly newCodeByPhone: string;
  readonly keyTitle: string;
  readonly keyWords: string;
  readonly keyLabel: string;
  readonly keyWrong: string;
  readonly goOn: string;
  readonly newCode: string;
  readonly runOut: string;
  readonly hello: (name: string) => string;
  readonly title: (page: VisitPage) => string;
  readonly about: (time: Time) => string;
  readonly hint: (slot: Slot) => string;
  readonly day: (day: Day) => string;
  readonly times: (from: string, to: string) => string;
  readonly timesLegend: string;
  readonly phoneMe: string;
  readonly questionTitle: (page: VisitPage) => string;
  readonly question: (page: VisitPage) => string;
  readonly placeholder: string;
  /** A question of Waymark's own, in this language; in the words in which it was asked where there is no translation. */
  readonly asked: (question: { readonly id: string; readonly words: string }) => string;
  readonly answerBy: (day: Day) => string;
  readonly oneIsEnough: string;
  readonly nothingAnswered: string;
  readonly send: string;
  readonly nothingChosen: string;
  readonly until: (day: Day) => string;
  readonly who: (count: number) => string;
  readonly sent: string;
  readonly chosen: (when: string) => string;
  readonly join: string;
  readonly willPhone: string;
  readonly viewKept: string;
  readonly change: string;
  readonly askPhone: (person: string | null) => string;
};
