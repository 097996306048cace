import type { Watched } from '#api/watch.ts';

/** Spans by what they look at, with the metric of their time. docs/operations.md lists them; a test holds it to this list. */
export const SPANS: Readonly<
  Record<Watched, { readonly name: string; readonly metric: string; readonly labels: string; readonly meaning: string }>
> = {
  deed: {
    name: 'deed',
    metric: 'waymark.deed.duration',
    labels: 'deed, door, outcome',
    meaning: 'what a person asked for, from permit to answer, whichever door it came through',
  },
  graph: {
    name: 'graph',
    metric: 'waymark.graph.duration',
    labels: 'part, outcome',
    meaning: 'one request to Microsoft 365, each repeat for itself',
  },
  job: { name: 'job', metric: 'waymark.job.duration', labels: 'job, outcome', meaning: 'one run of a job of the queue' },
  transaction: {
    name: 'transaction',
    metric: 'waymark.transaction.duration',
    labels: 'outcome',
    meaning: 'one transaction on the record, the wait for a connection included',
  },
};

/** Figures beside the times of spans. */
export const METRICS = {
  waiting: { name: 'waymark.queue.waiting', meaning: 'jobs whose time has come', unit: '{job}' },
  failed: { name: 'waymark.queue.failed', meaning: 'jobs that used up their tries and wait for a person', unit: '{job}' },
  oldest: { name: 'waymark.queue.oldest', meaning: 'age of the oldest job whose time has come', unit: 's' },
  sync: { name: 'waymark.sync.age', meaning: 'since people were last read, of the organisation that waits longest', unit: 's' },
  signIn: { name: 'waymark.sign_in.failures', meaning: 'requests that were not let in, by the check that failed', unit: '{request}' },
} as const;
