import { type RequestListener, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Answer } from './answer.js';
import { answerTo, errorAnswer } from './errors.js';
import type { RequestLogEntry } from './request-log-entry.js';
import { readRequest } from './read-request.js';
import type { Request } from './request.js';
import { writeAnswer } from './write-answer.js';

/** A listener for `node:http`: reads a request, has it handled, and always writes an answer. */
export const createListener =
  (
    handle: (request: Request) => Answer | Promise<Answer>,
    log?: (entry: RequestLogEntry) => unknown,
  ): RequestListener =>
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
      // The answer is out. A log that fails must not end the process.
      process.emitWarning(error instanceof Error ? error : String(error));
    }
  };

/** Answers in PowerStore's shape if Node cannot read a request as HTTP, or has waited too long for the rest of it. */
export function refuseMalformed({ code }: NodeJS.ErrnoException, socket: Duplex): void {
  if (code === 'HPE_HEADER_OVERFLOW') refuse(socket, 431, 'The headers of the request are too large.');
  else if (code === 'ERR_HTTP_REQUEST_TIMEOUT') refuse(socket, 408, 'The rest of the request did not arrive in time.');
  else refuse(socket, 400, `The request is not valid HTTP (${code}).`);
}

/** Answers a client that takes this server for a proxy. Node would close the connection without a word. */
export const refuseTunnel = (_request: unknown, socket: Duplex): void =>
  refuse(socket, 405, 'This is not a proxy: it does not offer CONNECT.');

function refuse(socket: Duplex, status: number, text: string): void {
  if (!socket.writable) return;
  const body = JSON.stringify(errorAnswer(status, text).body);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\nconnection: close`;
  socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
