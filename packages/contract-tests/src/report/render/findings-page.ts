// docs/findings.md, which explains every kind of finding.
import type { RootContent } from 'mdast';
import { findingKinds } from '../../findings/finding-kinds.js';
import { heading, html, paragraph, strong, text, write } from './mdast.js';

/** The content of `docs/findings.md`: an anchor for each id, with cause and remedy. */
export const renderFindingsPage = (): string =>
  write([
    heading(1, 'Findings'),
    paragraph(
      text(
        'Every kind of finding that a run can report, by its id. An error fails the run. A warning does not: look into it in time. A note is worth knowing.',
      ),
    ),
    ...Object.entries(findingKinds).flatMap(([id, { severity, title, cause, remedy }]): RootContent[] => [
      html(`<a id="${id}"></a>`),
      heading(2, id),
      paragraph(text(`${severity[0]?.toUpperCase()}${severity.slice(1)}: ${title}.`)),
      paragraph(strong('Means'), text(`: ${cause}`)),
      paragraph(strong('To do'), text(`: ${remedy}`)),
    ]),
  ]);
