const listeners = new WeakMap<AbortSignal, { readonly callbacks: Set<() => void>; readonly listen: () => void }>();

/**
 * Calls back when a signal aborts, or at once if it has. Returns a function that takes this back. A signal has one listener
 * of this package, however many calls use it: Node warns of a leak from the eleventh on.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined || signal.aborted) {
    if (signal) callback();
    return () => undefined;
  }
  let own = listeners.get(signal);
  if (own === undefined) {
    const callbacks = new Set<() => void>();
    const listen = (): void => {
      for (const each of callbacks) each();
    };
    own = { callbacks, listen };
    listeners.set(signal, own);
  }
  const { callbacks, listen } = own;
  if (callbacks.size === 0) signal.addEventListener('abort', listen, { once: true });
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (callbacks.size === 0) signal.removeEventListener('abort', listen);
  };
}
