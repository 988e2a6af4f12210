import { escapeUTF8 } from 'entities';

/** HTML of ours; everything else that goes into a page is a text, and escaped. */
export interface Markup {
  readonly markup: string;
}

export type Part = Markup | string | number | undefined | readonly Part[];

/** Puts parts into HTML, each as text unless it is markup itself. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: strings.map((it, index) => it + written(parts[index])).join(''),
});

function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escapeUTF8(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(written).join('');
}

/** A long name of the API, with places where it may be broken. */
export const breakable = (name: string): Markup => ({
  markup: escapeUTF8(name).replaceAll(/[_./](?=.)/g, (it) => `${it}<wbr>`),
});

/** For those who do not see the picture. */
export const spoken = (text: string): Markup => markup`<span class="vh">${text}</span>`;

/** What of a text may be in an id. */
export const slug = (text: string): string => text.replaceAll(/[^\w.-]+/g, '-');
