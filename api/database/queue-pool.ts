import pg from 'pg';
import { isPassing, spoilsConnection } from './loss.ts';

/** A code that graphile-worker takes for "try again soon", a hundred times. */
const AGAIN = '40001';

/** The statement that takes a job. Asked twice, the answer to the first would be a job that nobody works on. */
const TAKES_A_JOB = /skip locked/i;

/**
 * Connections of the queue. graphile-worker does not wait for its own word that a job is done or has failed; where the record is away,
 * silent or full at that moment, the word would be lost and the whole process end with it. Such a fault is therefore said to be worth
 * another try, which that word waits for; `leaving` ends the waiting. A connection on which nothing is heard is ended, or the next try
 * would be made on it.
 */
export class QueuePool extends pg.Pool {
  leaving = false;

  constructor(options: pg.PoolConfig) {
    super(options);
    this.on('connect', (client) => {
      const ask = client.query.bind(client) as (...args: unknown[]) => unknown;
      const asked = (...args: unknown[]): unknown => {
        const answer = ask(...args);
        const text = typeof args[0] === 'string' ? args[0] : String((args[0] as { text?: string } | undefined)?.text ?? '');
        if (!(answer instanceof Promise)) return answer;
        return answer.catch((fault: unknown) => {
          if (spoilsConnection(fault)) void (client as pg.PoolClient & Pick<pg.Client, 'end'>).end().catch(() => undefined);
          return TAKES_A_JOB.test(text) ? Promise.reject(fault) : this.retried(fault);
        });
      };
      client.query = asked as typeof client.query;
    });
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(
    callback: (fault: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void,
  ): void;
  override connect(
    callback?: (fault: Error | undefined, client: pg.PoolClient | undefined, done: (release?: unknown) => void) => void,
  ): Promise<pg.PoolClient> | undefined {
    if (callback) {
      super.connect(callback);
      return undefined;
    }
    return super.connect().catch((fault: unknown) => this.retried(fault));
  }

  /** Throws the fault on, as one to be tried again where it is the record that does not serve. */
  private retried(fault: unknown): never {
    if (this.leaving || !isPassing(fault)) throw fault;
    throw Object.assign(new Error('the record was away', { cause: fault }), { code: AGAIN });
  }
}
