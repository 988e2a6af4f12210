// Ports that tests name.
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Takes a port, and gives it back when it is disposed of. */
export async function taken(port = 0): Promise<AsyncDisposable & { port: number }> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

export async function isFree(port: number): Promise<boolean> {
  try {
    await using _ = await taken(port);
    return true;
  } catch {
    return false;
  }
}

/** Ports that are free and stay free: no system gives them to a server that asks for any port. */
export async function freePorts(): Promise<[number, number]> {
  const found = new Set<number>();
  while (found.size < 2) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(port)) found.add(port);
  }
  return [...found] as [number, number];
}
