/** The error that a promise rejects with. */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => {
      throw new Error(`it has resolved with ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
