// The tables with plain strings as keys, because the expectations of the tests are strings.
import * as types from '../src/index.ts';

type Wide<Info> = Readonly<Record<string, Readonly<Record<string, Info>>>>;

export const attributes: Wide<types.AttributeInfo> = types.attributes;
export const relatedAttributes: Wide<types.AttributeInfo> = types.relatedAttributes;
export const literals: Wide<types.LiteralInfo> = types.literals;
