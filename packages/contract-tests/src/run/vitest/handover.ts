// From thread to thread, beside vitest: what it is given in its configuration it copies, and shows where something fails.
import { randomUUID } from 'node:crypto';
import { BroadcastChannel } from 'node:worker_threads';
import type { Acceptance } from '../../baseline.js';
import type { Login } from '../../probe.js';
import type { Site, Targets } from '../../target.js';

/** What a run is about, as plain data. Passwords and login sessions are in it. */
export interface Handover {
  targets: Targets;
  releases: { a: string; b?: string | undefined };
  logins: Partial<Record<Site, Login>>;
  budget?: number | undefined;
  modules: readonly string[];
  accepted: readonly Acceptance[];
}

/** Hands something over to who asks for it by the random name of a channel, and once. */
export function handOver(handover: Handover): { name: string; close: () => void } {
  const name = randomUUID();
  const channel = new BroadcastChannel(name);
  channel.onmessage = () => {
    channel.postMessage(handover);
    channel.close();
  };
  return { name, close: () => channel.close() };
}

export async function takeOver(name: string): Promise<Handover> {
  const channel = new BroadcastChannel(name);
  try {
    return await new Promise<Handover>((resolve) => {
      channel.onmessage = (message) => resolve((message as { data: Handover }).data);
      channel.postMessage('ready');
    });
  } finally {
    channel.close();
  }
}
