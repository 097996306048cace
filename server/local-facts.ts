import { z } from 'zod';

/** What the local tenant tells the service once it answers. */
export const tenantFacts = z.object({
  tenantId: z.guid(),
  origin: z.url(),
  plainOrigin: z.url(),
  sendSite: z.string(),
  sendMailbox: z.string(),
});
export type TenantFacts = z.infer<typeof tenantFacts>;

/** How the start passes those facts on. */
const passedOn = z.object({ kind: z.literal('tenant'), facts: tenantFacts });

/** Waits for the start to pass on what the local tenant said; resolves once. */
export const factsOfTenant = (): Promise<TenantFacts> =>
  new Promise((resolve) => {
    const hear = (message: unknown): void => {
      const read = passedOn.safeParse(message);
      if (!read.success) return;
      process.off('message', hear);
      resolve(read.data.facts);
    };
    process.on('message', hear);
  });
