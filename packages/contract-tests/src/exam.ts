import type { OperationId } from '@powerstore-api/types';
import { judge } from './conformance.js';
import type { Ask, Exchange } from './exchange.js';
import type { Finding } from './finding.js';
import type { Identity, Probe } from './probe.js';
import type { Target } from './target.js';

/** What a check works with: it asks, and every answer is compared with the contract on the way. */
export interface Exam {
  readonly target: Target;
  /** The release the array runs, such as `4.0.0.0`. */
  readonly release: string;
  readonly probe: Probe;
  readonly findings: readonly Finding[];
  /** Operation and status of every answer so far. */
  readonly seen: readonly Seen[];
  ask(operationId: OperationId, ask?: Ask & { as?: Identity; withoutToken?: true }): Promise<Exchange>;
  /** Records an answer that was got elsewhere, and compares it with the contract. */
  record(exchange: Exchange): Exchange;
  /** A finding the contract's schemas cannot see. */
  find(id: string, exchange: Exchange, what: string, remedy: string): void;
  /** Something worth knowing that is no reason to fail. */
  note(id: string, exchange: Exchange, what: string, remedy: string): void;
  /** A finding unless the status is one of these. */
  expectStatus(exchange: Exchange, ...statuses: number[]): void;
}

export interface Seen {
  operationId: OperationId;
  status: number;
}

export function createExam(target: Target, release: string, probe: Probe): Exam {
  const findings: Finding[] = [];
  const seen: Seen[] = [];
  const record = (exchange: Exchange): Exchange => {
    const { operationId, status } = exchange;
    seen.push({ operationId, status });
    findings.push(...judge(exchange));
    return exchange;
  };
  const find: Exam['find'] = (id, { operationId, request, status }, what, remedy) => {
    findings.push({ id, operationId, request, status, what, remedy });
  };
  return {
    target,
    release,
    probe,
    findings,
    seen,
    record,
    find,
    note(id, { operationId, request, status }, what, remedy) {
      findings.push({ id, operationId, request, status, what, remedy, note: true });
    },
    ask: async (operationId, ask) => record(await probe.send(operationId, ask)),
    expectStatus(exchange, ...statuses) {
      if (statuses.includes(exchange.status)) return;
      find(
        'status.unexpected',
        exchange,
        `${exchange.status} where ${statuses.join(' or ')} was expected`,
        'See the operation in the contract for what this request should be answered with.',
      );
    },
  };
}
