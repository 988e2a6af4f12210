// The pipeline of one simulated array.
import type { Contract } from '../../contract/prism.js';
import type { Release } from '../../contract/release.js';
import { findRoute } from '../../contract/routes.js';
import type { Answer } from '../../http/answer.js';
import type { Request } from '../../http/request.js';
import { absentFields } from '../../layers/absent-fields.js';
import { accept } from '../../layers/accept.js';
import { authentication } from '../../layers/authentication.js';
import { contractChecks } from '../../layers/contract.js';
import { errors } from '../../layers/errors.js';
import { compose } from '../../layers/layer.js';
import type { LoginSessions } from '../../layers/login-sessions.js';
import { route } from '../../layers/route.js';
import { rejectMalformed } from '../../layers/reject-malformed.js';
import type { FaultPlan } from '../faults/fault-plan.js';
import type { ArrayCall, ArrayLayer } from '../layers/array-call.js';
import type { Engine } from '../start/engine.js';
import { date } from '../layers/date.js';
import { faults } from '../layers/faults.js';
import { waitForJob } from '../layers/job.js';
import { journal } from '../layers/journal.js';
import { power } from '../layers/power.js';
import { errorsOfRelease } from '../layers/release.js';
import { respond } from './respond.js';
import type { PairSite } from '../world/site.js';

export interface SimulatedArrayOptions {
  site: PairSite;
  release: Release;
  engine: Engine;
  sessions: LoginSessions;
  faults: FaultPlan;
  /** The contract to check requests and answers against; without it they are not checked. */
  contract?: Contract | undefined;
  /** Aborted when the simulator closes. */
  closing: AbortSignal;
}

/** The layers that a request passes from top to bottom, and its answer from bottom to top. */
const layersOf = ({
  release,
  engine,
  sessions,
  faults: plan,
  contract,
  closing,
}: SimulatedArrayOptions): readonly ArrayLayer[] => [
  date(engine),
  power(engine),
  errorsOfRelease(release),
  journal(engine),
  faults(plan, engine, sessions),
  rejectMalformed,
  authentication(sessions),
  errors,
  accept,
  route,
  absentFields,
  // Outside of the contract check, so that an answer that breaks the contract is a 500 at once, and not after the wait. The 422
  // of a job that failed in the meantime needs no check: all errors have the same shape.
  waitForJob(engine, closing),
  ...(contract ? [contractChecks(contract)] : []),
];

export function createSimulatedArray(options: SimulatedArrayOptions): (request: Request) => Answer | Promise<Answer> {
  const { site, engine, release } = options;
  const array = compose<ArrayCall>(layersOf(options), (call) => respond(engine.world, call));
  return (request) => array({ site, request, route: findRoute(request.method, request.path, release) });
}
