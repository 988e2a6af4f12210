// Texts without the escapes of JSON, HTML and URLs, and the place of each character in the text with them.
import { decodeHTML } from 'entities';

export interface Decoded {
  text: string;
  /** The place of a character in the text as it was written; of the end, the end of that. */
  place(index: number): number;
}

/** A character that JSON escapes; other escapes; characters of a URL; an entity of HTML. */
const escape = /\\+u([\da-f]{4})|\\+|(?:%[\da-f]{2})+|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/gi;

/** One within another, such as a URL in JSON in HTML. */
const mostLayers = 3;

/** A text as it is, and without one layer of escapes after the other. */
export function layersOf(text: string): Decoded[] {
  const layers: Decoded[] = [];
  let next: Decoded = { text, place: (index) => index };
  do {
    layers.push(next);
    next = withoutEscapes(next);
  } while (layers.length <= mostLayers && next.text !== layers.at(-1)?.text);
  return layers;
}

function withoutEscapes(layer: Decoded): Decoded {
  const { text, place } = layer;
  if (!/[\\%&]/.test(text)) return layer;
  const parts: string[] = [];
  const places: number[] = [];
  let end = 0;
  const add = (part: string, at: number, step: (index: number) => number): void => {
    parts.push(part);
    for (let index = 0; index < part.length; index += 1) places.push(place(at + step(index)));
  };
  for (const { 0: found, 1: unit, index: at } of text.matchAll(escape)) {
    add(text.slice(end, at), end, (index) => index);
    end = at + found.length;
    if (unit !== undefined) add(String.fromCharCode(Number.parseInt(unit, 16)), at, () => 0);
    else if (found.startsWith('%')) {
      const bytes = Buffer.from(found.replaceAll('%', ''), 'hex');
      // A byte that begins no character stands for itself.
      const characters = bytes.toString('utf8').includes('\uFFFD') ? bytes.toString('latin1') : bytes.toString('utf8');
      const isLatin = characters.length === bytes.length;
      add(characters, at, (index) => 3 * (isLatin ? index : Buffer.byteLength(characters.slice(0, index))));
    } else if (found.startsWith('&')) add(decodeHTML(found), at, () => 0);
  }
  add(text.slice(end), end, (index) => index);
  return { text: parts.join(''), place: (index) => places[index] ?? place(text.length) };
}
