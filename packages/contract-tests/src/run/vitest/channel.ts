/**
 * The name of the channel between the thread that carries checks out and that of vitest, and of the environment data with the
 * planned checks. The thread of vitest sends the position of a check, and gets its `TestEnd`.
 */
export const channelName = 'powerstore-contract';
