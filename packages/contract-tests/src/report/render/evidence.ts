// The request and the answer of each finding in Markdown, right below the findings.
import type { RootContent } from 'mdast';
import { loginCommands } from '../../evidence/curl.js';
import type { Report } from '../report.js';
import { block, code, details, paragraph, short, text, write } from './mdast.js';

/** The first place of each finding, as far as so many bytes allow. */
export function evidenceIn({ findings, arrays }: Report, bytes: number): RootContent[] {
  const all = findings.flatMap(({ id, message, places: [first] }): RootContent[][] => {
    if (!first?.evidence) return [];
    const { curl, isWrite, body } = first.evidence;
    const mark = isWrite ? ' The command sends the write again, and changes the array.' : '';
    return [
      [
        paragraph(code(id), text(` ${short(message)}${mark}`)),
        block('sh', curl),
        ...(body === undefined ? [] : [block('json', short(JSON.stringify(body, null, 1), 600))]),
      ],
    ];
  });
  if (all.length === 0) return [];
  let roomBytes = bytes;
  const cut = all.findIndex((content) => (roomBytes -= Buffer.byteLength(write(content))) < 0);
  const shown = cut === -1 ? all : all.slice(0, cut);
  const omitted = all.length - shown.length;
  return details(
    'Requests and answers of the findings',
    paragraph(text('Log in first; curl asks for the password.')),
    block('sh', arrays.map(({ site }) => loginCommands(site)).join('\n')),
    ...shown.flat(),
    ...(omitted > 0 ? [paragraph(text(`Left out here: ${omitted}. The HTML and JSON reports have them.`))] : []),
  );
}
