/** Nothing waits for longer for something that it can do without. */
const soonMs = 5000;

/** The result of a read, or `undefined` if it fails or takes long. An abort is thrown. */
export async function soon<T>(
  read: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal | undefined,
): Promise<T | undefined> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), soonMs);
  try {
    return await read(signal ? AbortSignal.any([signal, limit.signal]) : limit.signal);
  } catch {
    signal?.throwIfAborted();
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
