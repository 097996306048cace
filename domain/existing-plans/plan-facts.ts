import type { Day } from '#domain/calendar/day.ts';
import { type DateManner, dayIn } from '#domain/existing-plans/days-in-text.ts';
import type { PageBlock } from '#domain/existing-plans/page-block.ts';

export type ExistingKind = 'ehcp' | 'iep' | 'senSupport';

/** What a plan says of itself and of the child. Null: not said. */
export type PlanFacts = {
  readonly kind: ExistingKind | null;
  readonly manner: DateManner;
  readonly name: string | null;
  readonly birthday: Day | null;
  readonly upn: string | null;
  /** References of the school's cases that stand in the text or in the file's name, each once. */
  readonly caseRefs: readonly string[];
  /** The day of the plan itself: final, issued or started. */
  readonly dated: Day | null;
  /** Until when it runs, or when it is next reviewed. */
  readonly until: Day | null;
};

const LABELS = {
  name: /^(?:(?:pupil|student|child|young person|learner)(?:’s|'s)?(?: \(?or young person(?:’s|'s)?\)?)?(?: full)? name|full name|name(?: of (?:pupil|child|student|young person|child or young person))?|student|pupil|child|this plan is for)$/i,
  birthday: /^(?:date of birth|d\.?\s?o\.?\s?b\.?|born|birth ?date|birthday)$/i,
  upn: /^(?:upn|unique pupil number|state (?:student )?id|student id(?: number)?)$/i,
  dated:
    /^(?:date (?:of (?:the )?(?:final )?(?:plan|ehcp|ehc plan|iep|meeting)|(?:final )?(?:plan )?issued|(?:of )?final(?:ised| plan)?|plan (?:written|started|agreed)|finali[sz]ed)|final plan(?: issued| date)?|plan (?:date|start(?:ed)?)|start(?: date)?|issued(?: on)?|iep (?:start |effective |meeting )?date|effective (?:date|from)|initiation date|dated?|plan from)$/i,
  until:
    /^(?:(?:date of )?(?:next )?(?:annual )?review(?: date| due(?: by)?| by)?|next iep(?: review)?(?: due)?|annual review due|iep end date|end date|expiry|plan (?:until|to|end)|review on|to be reviewed)$/i,
} as const;

type Said = { readonly label: string; readonly value: string };

/** What stands after a label: `Date of birth: 4 May 2011`, or a label's cell with the value in the cell beside it. */
function labelled(blocks: readonly PageBlock[]): readonly Said[] {
  const said: Said[] = [];
  blocks.forEach((block, index) => {
    for (const line of block.text.split(/\n|\t|\s{3,}/)) {
      const colon = /^\s*([^:]{2,48}?)\s*:\s*(\S.*)$/.exec(line);
      if (colon?.[1] && colon[2]) said.push({ label: colon[1], value: colon[2] });
      for (const more of line.matchAll(
        /(?:^|[\s|;])([A-Z][A-Za-z’'. ]{2,30}?):\s*([^:|;]{2,60}?)(?=\s+[A-Z][A-Za-z’'. ]{2,30}:|[|;]|$)/g,
      )) {
        said.push({ label: more[1] ?? '', value: more[2] ?? '' });
      }
    }
    const next = blocks[index + 1];
    if (block.cell && next?.cell && next.cell.table === block.cell.table && next.cell.row === block.cell.row && block.text.length <= 60)
      said.push({ label: block.text, value: next.text });
    if (!block.cell && next && !next.cell && /:\s*$/.test(block.text) && block.text.length <= 50)
      said.push({ label: block.text, value: next.text });
  });
  return said.map(({ label, value }) => ({ label: label.trim().replace(/[:?]$/, '').trim(), value: value.trim() }));
}

const KINDS: readonly (readonly [RegExp, ExistingKind])[] = [
  [/\beducation,? health (?:and|&) care plan\b|\behc\s?p(?:lan)?\b|\behcp\b/i, 'ehcp'],
  [/\bindividuali[sz]ed education program\b|\bIEP\b.*\b(?:IDEA|LRE|annual goals?)\b|\bannual goals?\b/i, 'iep'],
  [
    /\b(?:sen|send|sen\/d|additional needs)? ?support plan\b|\bindividual education plan\b|\bIEP\b|\bassess.{0,3}plan.{0,3}do.{0,3}review\b|\bapdr\b|\blearning plan\b|\bprovision plan\b|\bpupil passport\b/i,
    'senSupport',
  ],
];

const nameOnly = (value: string): string | null => {
  const name = value
    .replace(/\b(d\.?o\.?b|date of birth|year|class|upn|case|gender|male|female)\b.*$/i, '')
    .replace(/\(.*\)/, '')
    .trim()
    .replace(/[,;.]$/, '');
  const turned = /^([^,]{2,40}),\s*([^,]{2,40})$/.exec(name);
  const plain = turned ? `${turned[2]} ${turned[1]}` : name;
  return /^[\p{L}][\p{L}’'\-. ]{2,79}$/u.test(plain) && /\s/.test(plain) ? plain : null;
};

/** Reads what the plan says of itself. `fileName` may carry the case reference and the kind. */
export function factsOf(blocks: readonly PageBlock[], fileName: string, nation: 'england' | 'us'): PlanFacts {
  const said = labelled(blocks.slice(0, 400));
  const all = blocks.map((block) => block.text).join('\n');
  const first = <T>(label: RegExp, read: (value: string) => T | null): T | null => {
    for (const one of said) {
      const found = label.test(one.label) ? read(one.value) : null;
      if (found !== null) return found;
    }
    return null;
  };
  const day = (value: string): Day | null => dayIn(value.slice(0, 60), nation)?.day ?? null;
  const opening = `${fileName.replace(/[_-]+/g, ' ')}\n${all.slice(0, 4000)}`;
  return {
    kind: KINDS.find(([words]) => words.test(opening))?.[1] ?? null,
    manner: nation,
    name: first(LABELS.name, nameOnly),
    birthday: first(LABELS.birthday, day),
    upn:
      first(LABELS.upn, (value) => /\b([A-Z]\d{11}[A-Z\d]|[A-Z0-9-]{5,20})\b/.exec(value)?.[1] ?? null) ??
      /\b[A-Z]\d{11}[A-Z\d]\b/.exec(all)?.[0] ??
      null,
    caseRefs: [...new Set(`${fileName}\n${all}`.match(/\b[A-Z]{2,4}-\d{3,6}\b/g) ?? [])],
    dated: first(LABELS.dated, day) ?? dayIn(fileName, nation)?.day ?? null,
    until: first(LABELS.until, day),
  };
}
