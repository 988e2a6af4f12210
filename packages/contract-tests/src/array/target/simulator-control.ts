// Controls of a simulator that no array has: time passes, and something goes wrong.
import type { OperationId } from '@powerstore-api/types';
import type { Site } from './target.js';

/** Origin of a simulator's `/__sim`. */
export type Control = string;

interface Aim {
  array: Site;
  operation: OperationId;
  session?: string;
}

export const advanceClock = (control: Control, milliseconds: number): Promise<unknown> =>
  call(control, 'POST', 'clock', { advance: milliseconds });

export const setLink = (control: Control, state: 'up' | 'down'): Promise<unknown> =>
  call(control, 'POST', 'link', { state });

/** The simulator accepts the next action of this kind, and lets it fail on the way. */
export const failNext = (control: Control, aim: Aim): Promise<unknown> =>
  call(control, 'POST', 'faults', { ...aim, effect: { job: 'fails' } });

/** The simulator answers the next request of this kind with an error. */
export const answerNext = (control: Control, aim: Aim, status: 403 | 500 | 503): Promise<unknown> =>
  call(control, 'POST', 'faults', { ...aim, effect: { status } });

/** Saves the state of the whole simulator, and returns a function that loads it again. */
export async function saveState(control: Control): Promise<() => Promise<void>> {
  const saved = await send(control, 'GET', 'state');
  return async () => void (await send(control, 'PUT', 'state', saved));
}

/** Changes something, and puts the whole simulator back afterwards. Nothing is put back where there is no control. */
export async function withRestoredState(control: Control | undefined, change: () => Promise<void>): Promise<void> {
  if (control === undefined) return change();
  const restore = await saveState(control);
  try {
    await change();
  } finally {
    await restore();
  }
}

const call = (control: Control, method: string, path: string, body: unknown): Promise<unknown> =>
  send(control, method, path, JSON.stringify(body));

async function send(control: Control, method: string, path: string, body?: string): Promise<string> {
  const response = await fetch(`${control}/__sim/${path}`, {
    method,
    ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
  });
  if (!response.ok) throw new Error(`The simulator refuses ${method} /__sim/${path} with ${response.status}.`);
  return response.text();
}
