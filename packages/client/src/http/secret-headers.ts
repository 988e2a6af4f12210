/** Whether a header lets anyone log in, or shows how. */
export const isSecretHeader = (name: string): boolean =>
  /^(authorization|cookie|set-cookie|dell-emc-token|proxy-authorization)$/i.test(name);
