import { mostOf } from '#domain/record/faults.ts';
import type { Field } from '#domain/record/kind.ts';

/** Text that has broken other people's systems; the long list of the reference folder comes to it where that is there. */
export const OWN_STRINGS: readonly string[] = [
  "O'Neill",
  'Siân Ó Dónaill-Łukasz',
  'محمد الأمين',
  'שלום \u202Eהפוך\u202C',
  '👩🏽‍👩🏽‍👧🏽‍👦🏽 🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  '李小龙 ﾊﾝｶｸ ｶﾅ',
  'Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮',
  '  spaces before and after  ',
  'tab\tand no-break\u00a0space',
  "'; drop table waymark.pupil; --",
  '$(reboot) {{7*7}} <script>alert(1)</script> &amp;',
  '=HYPERLINK("http://example.test","x")',
  '\\u0000 \\x00 %00 \u0001\u0008',
  'null',
  'NaN',
  '0',
  'false',
  '[object Object]',
];

/** Values that a field must refuse, each with a word for the test's report. */
export const badValues = (field: Field): readonly (readonly [words: string, value: unknown])[] => {
  switch (field.type) {
    case 'line':
    case 'passage':
    case 'language':
    case 'email':
    case 'phone':
      return [
        ['too long', 'x'.repeat(mostOf(field) + 1)],
        ['only spaces', ' \t\u00a0'],
        ['a null character', 'a\0b'],
        ['half a surrogate', 'a\ud83d'],
        ['a number', 7],
        ['a list', ['x']],
        ['a group', { x: 1 }],
        ...(field.type === 'passage' ? [] : [['two lines', 'one\ntwo'] as const]),
        ...(field.type === 'email'
          ? [['no address', 'fiona at home'] as const, ['two addresses', 'a@b.example, c@d.example'] as const]
          : []),
        ...(field.type === 'phone' ? [['no number', 'ring the office'] as const] : []),
      ];
    case 'day':
      return [
        ['31 June', '2026-06-31'],
        ['29 February of a common year', '2026-02-29'],
        ['month 13', '2026-13-01'],
        ['year 0', '0000-01-01'],
        ['two figures for a year', '26-01-01'],
        ['long ago', '1066-10-14'],
        ['words', 'tomorrow'],
        ['a number', 20261123],
        ['a moment', '2026-11-23T09:00:00Z'],
        ...(field.not === 'future' ? [['tomorrow', '2026-11-24'] as const, ['before birth', '2015-01-01'] as const] : []),
      ];
    case 'whole':
    case 'number':
    case 'pence':
      return [
        ['text', '7'],
        ['endless', Number.POSITIVE_INFINITY],
        ['no number', Number.NaN],
        ['yes', true],
        ['too little', field.least! - 1],
        ['too much', field.most! + 1],
        ['too fine', field.least! + 0.00001],
      ];
    case 'yes-no':
      return [
        ['text', 'yes'],
        ['a number', 1],
      ];
    case 'choice':
      return [
        ['no choice of this field', 'something else'],
        ['a number', 1],
        ['a list', [field.choices![0]!.value]],
      ];
    case 'choices':
      return [
        ['one that is none', [field.choices![0]!.value, 'something else']],
        ['one twice', [field.choices![0]!.value, field.choices![0]!.value]],
        ['text', field.choices![0]!.value],
      ];
    case 'people':
      return [
        ['no id', ['Ruth']],
        ['text', 'Ruth'],
      ];
    default:
      return [
        ['no id', 'WM-0412'],
        ['a number', 7],
      ];
  }
};

/** Values at the edge of what a field takes, to be kept exactly. */
export const edgeValues = (field: Field): readonly unknown[] => {
  switch (field.type) {
    case 'email':
      return ["o'neill+send@hollin-bank.example"];
    case 'phone':
      return ['+44 (0)7700 900412', '01632 960 001 ext 12'];
    case 'line':
    case 'passage':
    case 'language':
      return [`é${'x'.repeat(mostOf(field) - 1)}`, '👩🏽‍👧🏽'.padEnd(mostOf(field), '.')];
    case 'day':
      return [field.not === 'future' ? '2026-11-23' : '2028-02-29'];
    case 'whole':
    case 'pence':
      return [field.least, field.most];
    case 'number':
      return [field.least, field.most, field.least! + 10 ** -(field.decimals ?? 0)];
    case 'yes-no':
      return [true, false];
    case 'choice':
      return field.choices!.map(({ value }) => value);
    case 'choices':
      return [field.choices!.map(({ value }) => value)];
    default:
      return [];
  }
};
