/** Milliseconds for people. */
export const inSeconds = (milliseconds: number): string => `${Number((milliseconds / 1000).toPrecision(3))} s`;
