import type { Report } from '../report.js';

/** The report as it is. `report.schema.json` describes it. */
export const renderJson = (report: Report): string => `${JSON.stringify(report, null, 2)}\n`;
