const GROUPS: readonly { title: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['/', 'find a pupil or case'],
      ['L', 'log a call, an observation or a progress point'],
      ['G then T, C, M, P, S', 'Today, Caseload, Meetings, Compliance, Settings'],
      ['Esc', 'close the topmost thing'],
      ['?', 'all keys'],
    ],
  },
  {
    title: 'Today',
    keys: [
      ['J K', 'next and previous row'],
      ['Enter', 'press the row’s button'],
      ['P', 'open the pupil'],
      ['E', 'explain the date'],
      ['1 2 3', 'everyone, mine, waiting on others'],
    ],
  },
  {
    title: 'Caseload',
    keys: [
      ['↑ ↓ Home End', 'row'],
      ['← →', 'cell'],
      ['Enter', 'open the pupil'],
      ['I', 'at a glance'],
      ['E', 'explain the date'],
      ['F', 'filter field'],
    ],
  },
  {
    title: 'Compliance',
    keys: [
      ['← → ↑ ↓', 'week, owner'],
      ['Enter', 'only the clocks of that week'],
      ['E', 'explain the date'],
    ],
  },
  {
    title: 'A date explained',
    keys: [['C', 'read and send a chaser']],
  },
  {
    title: 'Meeting record',
    keys: [
      ['D A V G', 'decision, action, view, disagreement'],
      ['O', 'off and on the record'],
      ['N', 'next item'],
      ['Ctrl+Enter', 'add'],
    ],
  },
];

/** Every key, page by page. */
export const KeysList = () =>
  GROUPS.map((group) => (
    <section key={group.title}>
      <h3>{group.title}</h3>
      <dl>
        {group.keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
