import type { Address } from '#contract/addresses.ts';
import type { AnswerOf } from '#contract/answers.ts';
import type { Read } from '#contract/calls.ts';

/*
 * The shapes of the contract weigh 25 kB packed, a sixth of the page. They come after the first answers: until they are here an answer is
 * taken as our own service sent it, and held to its shape as soon as they are. The service parses every reply by the same shapes before
 * it leaves, so a mismatch means one thing: this page is older or newer than the service.
 */

type Shapes = typeof import('#contract/client.ts');
type Waiting = { readonly address: Address; readonly body: unknown };

const LATER_MS = 1500;
const PATIENCE_MS = 10_000;

/**
 * Checking 5,000 pupils takes a tenth of a second, which belongs to the reader while there is something to draw. A page waits for its own code
 * between the answer and the first row, and is idle then: so the check begins some time after the answer, and then when nothing else is to do.
 */
const whenIdle = (work: () => void): void => {
  setTimeout(() => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: PATIENCE_MS });
    else work();
  }, LATER_MS);
};

/** Reads answers; `onMismatch` is told once when one is not of the shape this page knows. */
export const replyReader = (onMismatch: () => void): Read => {
  let shapes: Shapes | null = null;
  const waiting: Waiting[] = [];
  const check = ({ readAnswer }: Shapes, { address, body }: Waiting) => readAnswer(address, body).catch(onMismatch);

  setTimeout(() => {
    import('#contract/client.ts').then(
      (loaded) => {
        shapes = loaded;
        for (const each of waiting.splice(0)) whenIdle(() => check(loaded, each));
      },
      () => undefined, // the connection is gone; calls say so themselves
    );
  }, LATER_MS);

  return async <A extends Address>(address: A, body: unknown): Promise<AnswerOf<A>> => {
    const asked = { address, body };
    if (shapes) whenIdle(() => shapes && check(shapes, asked));
    else waiting.push(asked);
    return body as AnswerOf<A>; // see above: parsed by the service, checked here when the shapes are in
  };
};
