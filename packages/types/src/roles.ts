import type { ReplicationRole } from './generated/enums.js';

const opposites: Readonly<Record<ReplicationRole, ReplicationRole>> = {
  Source: 'Destination',
  Destination: 'Source',
  Metro_Preferred: 'Metro_Non_Preferred',
  Metro_Non_Preferred: 'Metro_Preferred',
};

/**
 * The role of the other side of a session.
 *
 * @example
 * ```ts
 * oppositeRole('Metro_Preferred'); // Metro_Non_Preferred
 * ```
 */
export const oppositeRole = (role: ReplicationRole): ReplicationRole => opposites[role];
