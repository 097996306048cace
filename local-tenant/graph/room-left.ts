/** Faults of the stores behind Graph, as the switches order them: a site that was deleted, a library or a mailbox without room. */
import type { GraphCall, GraphRoute } from './call.ts';
import { driveIdOf } from './drive-entities.ts';
import { GraphError, itemNotFound } from './graph-errors.ts';

type Call = Omit<GraphCall, 'params'>;

const WRITES = ['POST', 'PUT', 'PATCH'];

/** Whether the address lies in the SEND site: the site itself, or its library. Each person's own OneDrive goes on. */
const inSendSite = ({ tenant, url }: Call): boolean => {
  const path = decodeURIComponent(url.pathname);
  return /^\/v1\.0\/sites\//i.test(path) || path.includes(`/drives/${driveIdOf(tenant)}`);
};

/** A deleted site takes its library along: everything in it is not found. */
export const checkSendSite = (call: Call): void => {
  if (call.tenant.controls.now().sendLibrary === 'site-deleted' && inSendSite(call)) throw itemNotFound();
};

const isMail = (path: string): boolean => /\/(sendMail|events)$/.test(path);
const isContent = (path: string): boolean => /(\/content|\/createUploadSession|\/children)$/.test(path);

/** What has no room left takes nothing more: Exchange says so in a code of its own, SharePoint in another, both with 507. */
export const checkRoom = (call: Call, { path }: GraphRoute): void => {
  if (!WRITES.includes(call.method)) return;
  const { mailbox, sendLibrary } = call.tenant.controls.now();
  if (mailbox === 'full' && isMail(path))
    throw new GraphError(507, 'ErrorQuotaExceeded', 'The mailbox has reached its quota and cannot take the item.');
  if (sendLibrary === 'full' && isContent(path) && inSendSite(call))
    throw new GraphError(507, 'quotaLimitReached', 'The user or application has reached its quota limit.');
};
