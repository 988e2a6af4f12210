// Writes an answer, or lets a network fault hit it.
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Answer } from './answer.js';
import { answerTo } from './errors.js';

const slowMs = 1000;

/**
 * Writes an answer as JSON, with the network fault that it may have. Never throws: the client gets a 500 if the answer cannot
 * be written, for example because a value of it does not fit into JSON.
 */
export function writeAnswer(outgoing: ServerResponse, answer: Answer): void {
  if (answer.trouble?.kind === 'slow')
    setTimeout(() => writeSafely(outgoing, answer), answer.trouble.delay ?? slowMs).unref();
  else writeSafely(outgoing, answer);
}

function writeSafely(outgoing: ServerResponse, answer: Answer): void {
  try {
    write(outgoing, answer);
  } catch (error) {
    if (outgoing.headersSent) outgoing.destroy();
    else write(outgoing, answerTo(error));
  }
}

function write(outgoing: ServerResponse, { status, headers, body, trouble }: Answer): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  switch (trouble?.kind) {
    case 'stall':
      return;
    case 'reset':
      return resetConnection(outgoing.socket);
    case 'cut':
      // An answer without a body cannot be cut in half, so nothing arrives.
      if (text === '') return resetConnection(outgoing.socket);
      writeHead(outgoing, status, headers, text);
      outgoing.write(text.slice(0, Math.ceil(text.length / 2)), () => outgoing.socket?.destroy());
      return;
    default:
      writeHead(outgoing, status, headers, text);
      outgoing.end(text);
  }
}

function writeHead(outgoing: ServerResponse, status: number, headers: Answer['headers'], text: string): void {
  const length = status === 204 ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  outgoing.writeHead(status, STATUS_CODES[status], { ...headers, ...length });
}

/** Ends a connection as if this machine had crashed. Node cannot reset an encrypted connection, so it closes that one. */
export function resetConnection(socket: Socket | null): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket?.resetAndDestroy();
}
