/** The same object with further properties that are read by name, and shown by no `inspect()` and no `JSON.stringify()`. */
export function withHiddenProperties<T extends object, S extends object>(shown: T, secrets: S): T & Readonly<S> {
  for (const [name, value] of Object.entries(secrets)) Object.defineProperty(shown, name, { value, enumerable: false });
  return shown as T & Readonly<S>;
}
