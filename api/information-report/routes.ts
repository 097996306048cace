import { z } from 'zod';
import { id } from '#contract/fields.ts';
import { keepReportItemRequest, reportFileQuery, reportQuery } from '#contract/information-report.ts';
import { to, toSeen } from '../http/route.ts';

const school = z.strictObject({ school: id });
const item = z.strictObject({ school: id, item: z.string().min(1).max(40) });

/** A school’s SEN information report. */
export const informationReportRoutes = {
  informationReport: to({ query: z.strictObject(reportQuery.shape) }, (casework, actor, ask) => casework.openInformationReport(actor, ask)),
  keepReportItem: toSeen({ path: item, body: keepReportItemRequest }, (casework, actor, ask) => casework.keepReportItem(actor, ask)),
  publishReport: to({ path: school }, (casework, actor, ask) => casework.publishInformationReport(actor, ask)),
  reportFile: to({ path: school, query: z.strictObject(reportFileQuery.shape) }, (casework, actor, ask) =>
    casework.downloadInformationReport(actor, ask),
  ),
};
