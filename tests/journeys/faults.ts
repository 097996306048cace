import type { Page } from 'playwright-core';

/** What went wrong in a page behind its face; `take` answers it once. */
export type Faults = { take(): string[] };

/**
 * teams-js asks Microsoft's network for a list of hosts as it starts, and goes on with its own list where that is not to be had. The page
 * does not allow the request, which the browser reports. Nothing of Waymark is in it.
 */
const TEAMS_OWN_LIST = 'https://res.cdn.office.net/teams-js/validDomains/';

const isForeignNoise = (words: string): boolean => words.includes(TEAMS_OWN_LIST);

/**
 * Watches a page: errors on the console, errors nobody caught, requests that failed or were answered with an error. `expected` are
 * statuses that the story provokes.
 */
export const faultsIn = (page: Page, expected: readonly number[] = []): Faults => {
  const met: string[] = [];
  page.on('console', (message) => {
    // An answer with an error status is reported once more on the console, without saying which: the response below says it better.
    if (message.type() === 'error' && !isForeignNoise(message.text()) && !/^Failed to load resource/.test(message.text()))
      met.push(`on the console: ${message.text()}`);
  });
  page.on('pageerror', (fault) => met.push(`uncaught: ${fault.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'no reason';
    // A question that a newer one overtook is taken back by the page itself.
    if (why !== 'net::ERR_ABORTED' && !isForeignNoise(request.url())) met.push(`${request.method()} ${request.url()}: ${why}`);
  });
  page.on('response', (reply) => {
    if (reply.status() >= 400 && !expected.includes(reply.status()))
      met.push(`${reply.request().method()} ${reply.url()}: ${reply.status()}`);
  });
  return { take: () => met.splice(0) };
};
