import type { ReportedFinding } from '../reported-finding.js';
import { type Cells, code, short, text } from './mdast.js';
import { findingsByKind, many, whereOf } from './view.js';

/** The columns that every table of findings begins with. */
export const findingColumns = ['Severity', 'Finding', 'Message', 'Where'] as const;

/** A row for each finding, those that fail the run first: the cells of {@link findingColumns}, and those of the table. */
export const findingRows = (
  findings: readonly ReportedFinding[],
  moreCells: (finding: ReportedFinding) => Cells,
): Cells[] =>
  findingsByKind(findings).flatMap(({ findings: all }) =>
    all.map((it): Cells => [
      [text(it.severity)],
      [code(it.id)],
      [text(short(it.message))],
      [
        code(short(whereOf(it), 120)),
        ...(it.places.length > 1 ? [text(` and ${many(it.places.length - 1, 'more place')}`)] : []),
      ],
      ...moreCells(it),
    ]),
  );
