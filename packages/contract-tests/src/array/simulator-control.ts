// What a simulator is told, and no array can be: that time passes, and that something goes wrong.
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

/** The next action of this kind is accepted, and fails on the way. */
export const failNext = (control: Control, aim: Aim): Promise<unknown> =>
  call(control, 'POST', 'faults', { ...aim, effect: { job: 'fails' } });

/** The next request of this kind is answered with an error. */
export const answerNext = (control: Control, aim: Aim, status: 403 | 500 | 503): Promise<unknown> =>
  call(control, 'POST', 'faults', { ...aim, effect: { status } });

/** Keeps the whole simulator as it is, and returns what puts it back to that. */
export async function keep(control: Control): Promise<() => Promise<void>> {
  const before = await send(control, 'GET', 'state');
  return async () => void (await send(control, 'PUT', 'state', before));
}

/** Does something, and puts the whole simulator back to what it was. */
export async function withRestoredState(control: Control | undefined, change: () => Promise<void>): Promise<void> {
  if (control === undefined) return change();
  const again = await keep(control);
  try {
    await change();
  } finally {
    await again();
  }
}

const call = (control: Control, method: string, path: string, body: unknown): Promise<unknown> =>
  send(control, method, path, JSON.stringify(body));

async function send(control: Control, method: string, path: string, body?: string): Promise<string> {
  const response = await fetch(`${control}/__sim/${path}`, { method, ...(body !== undefined && { body }) });
  if (!response.ok) throw new Error(`the simulator refuses ${method} /__sim/${path} with ${response.status}`);
  return response.text();
}
