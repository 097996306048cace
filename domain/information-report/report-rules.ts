import type { ReportItem } from '#domain/information-report/report-item.ts';
import { INFORMATION_REPORT } from '#domain/information-report/rules/england.ts';

const REPORTS: Readonly<Record<string, readonly ReportItem[]>> = { england: INFORMATION_REPORT };

/** The items of the report that a nation asks its schools for; none where it asks for no such report. */
export const reportItems = (nation: string): readonly ReportItem[] => REPORTS[nation] ?? [];
