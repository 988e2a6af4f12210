import type { OperationId } from '@powerstore-api/types';
import { errorAnswer } from '../http/errors.js';
import type { Answer, MockRequest } from '../http/messages.js';
import type { Login, LoginSessions } from './login-sessions.js';
import type { Route } from '../contract/routes.js';

/** Answers a request for an operation of somebody who is logged in. */
export type Operate = (operationId: OperationId, login: Login) => Answer | Promise<Answer>;

/** What every array does before it looks at what is asked: who asks, and is there such a thing? */
export async function handle(
  sessions: LoginSessions,
  request: MockRequest,
  route: Route,
  operate: Operate,
): Promise<Answer> {
  const authentication = sessions.authenticate(request);
  if ('refused' in authentication) return authentication.refused;
  if (!acceptsJson(request.headers['accept'])) return errorAnswer(406, 'Only application/json can be answered with.');
  if ('status' in route) return noRoute(route.status, request);
  const answer = await operate(route.operationId, authentication.login);
  if (route.operationId === 'logout' && answer.status === 204) {
    sessions.end(request);
    return answer;
  }
  return answer.status < 400 ? { ...answer, headers: { ...answer.headers, ...authentication.headers } } : answer;
}

const acceptsJson = (accept = '*/*'): boolean => /(application\/(json|\*)|\*\/\*)\s*([;,]|$)/i.test(accept);

const noRoute = (status: 404 | 405, { method, path }: MockRequest): Answer =>
  status === 405
    ? errorAnswer(405, `${method} is not offered for ${path}.`)
    : errorAnswer(404, `The contract has no path ${path}.`, '0xE04040020002');
