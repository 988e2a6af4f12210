/** Plain data with each of its texts changed, keys among them. */
export function mapTexts<T>(data: T, change: (text: string) => string): T;
export function mapTexts(data: unknown, change: (text: string) => string): unknown {
  if (typeof data === 'string') return change(data);
  if (Array.isArray(data)) return data.map((it) => mapTexts(it, change));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, it]) => [change(key), mapTexts(it, change)]));
}
