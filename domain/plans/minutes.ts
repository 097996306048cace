import type { Day } from '#domain/calendar/day.ts';
import type { Block, PlanTemplate } from '#domain/plans/block.ts';
import { rowTag } from '#domain/plans/block.ts';
import { quoted } from '#domain/plans/compose-view.ts';
import { entry } from '#domain/plans/entry.ts';
import { gapWords } from '#domain/plans/passage.ts';
import { columnDay, type Place, writtenDay } from '#domain/plans/written-day.ts';

/** A meeting as it was recorded, in plain values. Clock times are those of the school, as text ("14:00"). */
export type MeetingRecord = {
  readonly meetingId: string;
  readonly version: number;
  readonly jurisdiction: Place;
  readonly caseRef: string;
  readonly school: string;
  readonly purpose: string;
  readonly on: Day;
  readonly from: string;
  readonly until: string | null;
  readonly place: string;
  readonly chair: string | null;
  readonly recorder: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly attendance: 'came' | 'online' | 'apologies' | 'absent';
  }[];
  readonly items: readonly { readonly id: string; readonly title: string; readonly notes: readonly string[] }[];
  readonly decisions: readonly { readonly id: string; readonly text: string; readonly item: string | null }[];
  readonly actions: readonly { readonly id: string; readonly text: string; readonly owner: string | null; readonly due: Day | null }[];
  readonly views: readonly { readonly id: string; readonly from: string; readonly role: string; readonly words: string }[];
  readonly disagreements: readonly { readonly id: string; readonly from: string; readonly words: string }[];
  readonly offRecord: readonly { readonly from: string; readonly until: string | null }[];
};

const attendances = { came: 'in the room', online: 'online', apologies: 'sent apologies', absent: 'did not come' } as const;

const span = (from: string, until: string | null): string => (until ? `${from} to ${until}` : `from ${from}`);

function singlesOf(meeting: MeetingRecord): Readonly<Record<string, string>> {
  return {
    'school.name': meeting.school,
    'case.reference': meeting.caseRef,
    'plan.version': `version ${meeting.version}`,
    'plan.dated': writtenDay(meeting.on, meeting.jurisdiction),
    'meeting.purpose': meeting.purpose,
    'meeting.on': writtenDay(meeting.on, meeting.jurisdiction),
    'meeting.time': span(meeting.from, meeting.until),
    'meeting.place': meeting.place,
    'meeting.chair': meeting.chair ?? 'nobody was named',
    'meeting.recorder': meeting.recorder,
  };
}

type Cells = Readonly<Record<string, string>>;
type Rows = { readonly none: string; readonly rows: readonly { readonly key: string; readonly cells: Cells }[] };

/** An action without an owner or a date is a gap on the page: nobody will do it. */
const orGap = (words: string | null): string => words ?? gapWords('not agreed');

function rowsOf(meeting: MeetingRecord): Readonly<Record<string, Rows>> {
  return {
    people: {
      none: 'Nobody was recorded.',
      rows: meeting.people.map((person) => ({
        key: person.id,
        cells: { name: person.name, role: person.role, attendance: attendances[person.attendance] },
      })),
    },
    items: {
      none: 'There was no agenda.',
      rows: meeting.items.map((item) => ({ key: item.id, cells: { title: item.title, notes: item.notes.join('\n') } })),
    },
    decisions: {
      none: 'Nothing was decided.',
      rows: meeting.decisions.map((decision, index) => ({
        key: decision.id,
        cells: { number: String(index + 1), text: decision.text, item: decision.item ?? '' },
      })),
    },
    actions: {
      none: 'No action was agreed.',
      rows: meeting.actions.map((action, index) => ({
        key: action.id,
        cells: {
          number: String(index + 1),
          text: action.text,
          owner: orGap(action.owner),
          due: orGap(action.due && columnDay(action.due, meeting.jurisdiction)),
        },
      })),
    },
    views: {
      none: 'No view was recorded.',
      rows: meeting.views.map((view) => ({ key: view.id, cells: { from: `${view.from}, ${view.role}`, words: quoted(view.words) } })),
    },
    disagreements: {
      none: 'Nobody disagreed.',
      rows: meeting.disagreements.map(({ id, from, words }) => ({ key: id, cells: { from, words } })),
    },
    offRecord: {
      none: 'Nothing was said off the record.',
      rows: meeting.offRecord.map(({ from, until }, index) => ({
        key: String(index + 1),
        cells: { text: `${span(from, until)}. Nothing was noted.` },
      })),
    },
  };
}

const blockOf = (tag: string, field: string, label: string, text: string): Block => ({
  tag,
  field,
  label,
  kind: text.startsWith('Gap: ') ? 'gap' : 'text',
  text,
  sources: [],
  composed: false,
});

/** The column in which a table says that it has nothing: that of the words, never that of who said them. */
const noneColumn = (fields: readonly string[]): string =>
  fields.find((field) => field === 'words') ?? fields.find((field) => field !== 'number') ?? 'text';

/**
 * The blocks of a meeting's minutes. Views stand in the words in which they were given, disagreement is kept, and of what was said off
 * the record only the times.
 */
export function minutesBlocks(meeting: MeetingRecord, template: PlanTemplate): readonly Block[] {
  const singles = singlesOf(meeting);
  const rows = rowsOf(meeting);
  const single = template.controls.map(({ tag, field }) => blockOf(tag, field, field, entry(singles, field) ?? ''));
  const repeated = template.repeats.flatMap((repeat) => {
    const { none, rows: found } = entry(rows, repeat.field) ?? { none: '', rows: [] };
    const words = noneColumn(repeat.cells.map(({ field }) => field));
    const shown = found.length > 0 ? found : [{ key: 'none', cells: { [words]: none } as Cells }];
    return shown.flatMap(({ key, cells }, index) =>
      repeat.cells.map(({ field }): Block => {
        const block = blockOf(
          rowTag(repeat.tag, key, field),
          `${repeat.field}.${field}`,
          `${repeat.field} ${index + 1}`,
          entry(cells, field) ?? '',
        );
        return { ...block, kind: block.kind === 'gap' ? 'gap' : 'cell', row: { repeat: repeat.tag, key } };
      }),
    );
  });
  return [...single, ...repeated];
}
