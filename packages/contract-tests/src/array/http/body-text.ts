// The text of a body, from its bytes. `response.text()` hides a byte order mark and replaces whatever is no UTF-8.
import { isUtf8 } from 'node:buffer';
import { parse } from 'content-type';

/** What is wrong with the bytes of a body: RFC 8259, section 8.1 wants UTF-8 without a byte order mark. */
export type EncodingFault = (typeof encodingFaults)[number];

const encodingFaults = ['content-encoding', 'charset', 'byte-order-mark', 'not-utf-8'] as const;

export interface BodyText {
  /** With replacements for what could not be decoded; empty where nothing could. */
  text: string;
  encodingFaults: readonly EncodingFault[];
}

/** Reads a body to its end. It rejects where the connection breaks, and not where the bytes are wrong. */
export async function readBody(response: Response): Promise<BodyText> {
  const { headers } = response;
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (!isDecompressionError(error)) throw error;
    return { text: '', encodingFaults: ['content-encoding'] };
  }
  const text = new TextDecoder().decode(bytes);
  if (bytes.length === 0) return { text, encodingFaults: [] };
  const applied = (headers.get('content-encoding') ?? 'identity').split(',').map((it) => it.trim().toLowerCase());
  const { charset = 'utf-8' } = parse(headers.get('content-type') ?? '').parameters;
  const faults: Record<EncodingFault, boolean> = {
    'content-encoding': applied.some((coding) => !codings.has(coding)),
    charset: !/^utf-?8$/i.test(charset),
    'byte-order-mark': byteOrderMark.every((byte, index) => bytes[index] === byte),
    'not-utf-8': !isUtf8(bytes),
  };
  return { text, encodingFaults: encodingFaults.filter((fault) => faults[fault]) };
}

/** Whether nothing of a body could be decoded. */
export const isUndecodable = ({ text, encodingFaults: faults }: BodyText): boolean => text === '' && faults.length > 0;

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** The codings that `fetch` undoes. It passes on the bytes of any other. */
const codings: ReadonlySet<string> = new Set(['identity', 'gzip', 'x-gzip', 'deflate', 'br']);

/** zlib has a code of its own for each fault. */
export function isDecompressionError(error: unknown): boolean {
  for (let it = error; it instanceof Error; it = it.cause)
    if ('code' in it && /^(Z_|ERR_(BROTLI_|_ERROR_))/.test(String(it.code))) return true;
  return false;
}
