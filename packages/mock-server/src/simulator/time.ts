/** Milliseconds since 1970 as arrays write times: with the offset `+00:00`. */
export const wireTime = (time: number): string => new Date(time).toISOString().replace('Z', '+00:00');

export const seconds = 1000;
export const minutes = 60 * seconds;
export const days = 24 * 60 * minutes;
