import { type RequestListener, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Answer } from './answer.js';
import { answerTo, errorAnswer } from './errors.js';
import type { Exchange } from './exchange.js';
import { readRequest } from './read-request.js';
import type { Request } from './request.js';
import { writeAnswer } from './write-answer.js';

/** Between `node:http` and the mock: reads a request, writes its answer, and never leaves one hanging. */
export const createListener =
  (handle: (request: Request) => Answer | Promise<Answer>, log?: (exchange: Exchange) => unknown): RequestListener =>
  async (incoming, outgoing) => {
    const started = performance.now();
    const { method = 'GET', url: target = '/' } = incoming;
    let answer: Answer;
    try {
      answer = await handle(await readRequest(incoming));
    } catch (error) {
      answer = answerTo(error);
    }
    writeAnswer(outgoing, answer);
    if (!log) return;
    try {
      const { status, trouble } = answer;
      const duration = performance.now() - started;
      await log({ method, target, status, duration, ...(trouble && { trouble: trouble.kind }) });
    } catch (error) {
      // The answer is out; a listener that fails must not take the server down.
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };

/** What is no HTTP, and what Node refuses by itself, is answered in PowerStore's shape as well. */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return;
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const body = JSON.stringify(errorAnswer(status, `This is no HTTP request that can be read (${error.code}).`).body);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
