// Errors as a program catches them.
import * as client from '@powerstore-api/client';

const operation = 'replication_session_failover';
const request = { method: 'POST', url: 'https://array-a.example.com/api/rest/replication_session/1/failover' };
const answer = { operation, request, messages: [] } as const;
const wait = { waitedFor: 'replication session 1 to be OK', elapsed: 600_000, seen: { Paused: 120 }, failures: 0 };
const session = {} as client.WatchedSession;
const lost = new client.NetworkError(request, new Error('socket hang up'));

/** One error of each class, by its name. */
const errors: Readonly<Record<string, Error>> = Object.fromEntries(
  [
    new client.ApiError('refused', { ...answer, status: 422 }),
    new client.AuthenticationError('who?', { ...answer, status: 401 }),
    new client.PermissionError('no', { ...answer, status: 403 }),
    new client.NotFoundError('no such session', { ...answer, status: 404 }),
    new client.ContractError('the answer is empty', operation),
    new client.FailoverIncompleteError({
      operation: 'plannedFailover',
      step: 'failover',
      site: 'a',
      session: {
        id: '1',
        name: undefined,
        a: { site: 'a', name: undefined, session: undefined, error: lost },
        b: { site: 'b', name: undefined, session: undefined, error: lost },
        source: undefined,
        destination: undefined,
        preferred: undefined,
        nonPreferred: undefined,
        problems: ['neither answers'],
      },
      hasBegun: true,
      problem: 'it is out of reach',
      hint: 'wait',
    }),
    new client.JobError('failed', { jobId: '1', operation, messages: [] }),
    new client.JobNotFoundError('gone', { jobId: '1', operation, messages: [] }),
    lost,
    new client.NotCarriedOutError(operation, session, lost),
    new client.OutcomeUnknownError(operation, lost),
    new client.PairError('no pair', { hint: 'look' }),
    new client.PowerStoreError('closed', { code: 'ERR_POWERSTORE_CLOSED' }),
    new client.SafetyError(operation, 'disruptive', 'this client is read-only', 'connect without'),
    new client.UnsupportedError(operation, '4.0.0.0', '3.6.0.0'),
    new client.WaitError('ERR_POWERSTORE_WAIT', 'not yet', wait),
    new client.WaitStuckError('never', wait),
    new client.WaitTimeoutError('late', { ...wait, timeout: 600_000 }),
  ].map((error) => [error.name, error]),
);

/** The error that an example asks for: `if (isJobError(error))`. */
export function caughtBy(code: string): unknown {
  const [, name = ''] = /\bis(\w+Error)\(error\)/.exec(code) ?? [];
  return errors[name];
}
