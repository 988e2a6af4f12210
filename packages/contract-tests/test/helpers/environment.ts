/** Does something with no environment variables of this tool but these. */
export async function withEnvironment<T>(variables: Record<string, string>, run: () => T | Promise<T>): Promise<T> {
  const before = process.env;
  const others = Object.entries(before).filter(([name]) => !name.startsWith('POWERSTORE_'));
  process.env = { ...Object.fromEntries(others), ...variables };
  try {
    return await run();
  } finally {
    process.env = before;
  }
}
