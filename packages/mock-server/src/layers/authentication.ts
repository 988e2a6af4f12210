import type { Answer } from '../http/answer.js';
import { after, type Call, type Next } from './layer.js';
import type { Login, LoginSessions } from './login-sessions.js';

/**
 * Answers 401 to a request without a valid login. Adds the headers of the login session to the answer, and ends the session
 * on logout. Errors have these headers too: a tool may log in with any request (Puppet's module does with `GET /appliance`).
 */
export const authentication =
  (sessions: LoginSessions) =>
  <C extends Call>(call: C, next: Next<C>): Answer | Promise<Answer> => {
    const { request, route } = call;
    const authenticated = sessions.authenticate(request);
    if ('error' in authenticated) return authenticated.error;
    call.login = authenticated.login;
    return after(next(call), (answer) => {
      if (answer.status < 400 && 'operationId' in route && route.operationId === 'logout') {
        sessions.end(request);
        return answer;
      }
      // Nobody logs in by a query that is refused: PyPowerStore's login, from 4.1 on.
      if (answer.status === 400 && 'operationId' in route && route.operationId === 'login_session_collection_query')
        return answer;
      return { ...answer, headers: { ...answer.headers, ...authenticated.headers } };
    });
  };

/** The user of a call that has passed `authentication`. */
export function loginOf({ login }: Call): Login {
  if (login) return login;
  throw new Error('a call without a login has passed the layer that stops it');
}
