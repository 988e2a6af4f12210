import type { Report } from '../report.js';
export const renderHtml = (_report: Report): string => '';
