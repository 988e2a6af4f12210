// The tables as a test asks them, whose expectations are texts.
import * as types from '../src/index.ts';

type Wide<Info> = Readonly<Record<string, Readonly<Record<string, Info>>>>;

export const attributes: Wide<types.AttributeInfo> = types.attributes;
export const relatedAttributes: Wide<types.AttributeInfo> = types.relatedAttributes;
export const literals: Wide<types.LiteralInfo> = types.literals;
