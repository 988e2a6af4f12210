import type { Report } from '../report.js';
import { renderHtml } from '../html/page.js';
import { renderJson } from './json.js';
import { renderJunit } from './junit.js';
import { renderMarkdown } from './markdown.js';

/** The formats in which a report can be written. */
export type ReportKind = 'html' | 'json' | 'junit' | 'markdown';

export const renderers: Readonly<Record<ReportKind, (report: Report) => string>> = {
  html: renderHtml,
  json: renderJson,
  junit: renderJunit,
  markdown: renderMarkdown,
};

export const reportKinds = Object.keys(renderers) as ReportKind[];
