import type { OperationId } from '@powerstore-api/types';
import { readAnswer } from './answer.js';
import type { Transport } from './transport.js';

/** Sends an action on an instance; resolves with what it answers, `undefined` where that is nothing. */
export type Act = (operation: OperationId, id: string, body?: unknown) => Promise<unknown>;

/** The actions of instances over a transport. */
export const createActions =
  (send: Transport): Act =>
  async (operation, id, body) =>
    readAnswer(await send(operation, { path: { id }, body }));
