/** Adds properties that code can read by name, and that neither `inspect()` nor `JSON.stringify()` shows. */
export function withHiddenProperties<T extends object, S extends object>(shown: T, secrets: S): T & Readonly<S> {
  for (const [name, value] of Object.entries(secrets)) Object.defineProperty(shown, name, { value, enumerable: false });
  return shown as T & Readonly<S>;
}
