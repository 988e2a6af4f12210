import { escapeUTF8 } from 'entities';

/** Our own HTML. Everything else in a page is text, and is escaped. */
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

/** A long name of the API, with the places where a line may break. */
export const breakable = (name: string): Markup => ({
  markup: escapeUTF8(name).replaceAll(/[_./](?=.)/g, (it) => `${it}<wbr>`),
});

/** A text for people who do not see the picture. */
export const spoken = (text: string): Markup => markup`<span class="vh">${text}</span>`;

/** A text with nothing but characters that an id may have. */
export const slug = (text: string): string => text.replaceAll(/[^\w.-]+/g, '-');
