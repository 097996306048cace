import { page, type TemplateSource } from '#api/plans/document/templates/frame.ts';
import { heading, particulars, repeatedBullets, repeatedTable } from '#api/plans/document/templates/wordml.ts';
import { asDay } from '#domain/calendar/day.ts';

/** What a meeting decided and who does what, views in their own words, disagreement kept; of what was off the record the times alone. */
export const minutes: TemplateSource = {
  id: 'meeting-minutes',
  kind: 'minutes',
  name: 'Minutes',
  jurisdiction: 'england',
  version: 1,
  validFrom: asDay('2026-09-01'),
  write: page(
    'Minutes',
    () =>
      particulars([
        ['meeting.purpose', 'Purpose'],
        ['meeting.on', 'Held on'],
        ['meeting.time', 'Time'],
        ['meeting.place', 'Place'],
        ['meeting.chair', 'Chair'],
        ['meeting.recorder', 'Minutes by'],
      ]) +
      heading('Who was there') +
      repeatedTable('people', 'Person', [
        { field: 'name', title: 'Name', width: 3338 },
        { field: 'role', title: 'Part', width: 3900 },
        { field: 'attendance', title: 'Attendance', width: 2400 },
      ]) +
      heading('Decisions') +
      repeatedTable('decisions', 'Decision', [
        { field: 'number', title: 'No.', width: 800 },
        { field: 'text', title: 'Decision', width: 6438 },
        { field: 'item', title: 'Under', width: 2400 },
      ]) +
      heading('Actions') +
      repeatedTable('actions', 'Action', [
        { field: 'number', title: 'No.', width: 800 },
        { field: 'text', title: 'Action', width: 5138 },
        { field: 'owner', title: 'Who', width: 2200 },
        { field: 'due', title: 'By', width: 1500 },
      ]) +
      heading('Views, in their own words') +
      repeatedTable('views', 'View', [
        { field: 'from', title: 'From', width: 2600 },
        { field: 'words', title: 'Words', width: 7038 },
      ]) +
      heading('Where people did not agree') +
      repeatedTable('disagreements', 'Disagreement', [
        { field: 'from', title: 'From', width: 2600 },
        { field: 'words', title: 'What they hold', width: 7038 },
      ]) +
      heading('Agenda') +
      repeatedTable('items', 'Agenda', [
        { field: 'title', title: 'Item', width: 3238 },
        { field: 'notes', title: 'Notes', width: 6400 },
      ]) +
      heading('Off the record') +
      repeatedBullets('offRecord', 'Times', 'text'),
  ),
};
