// Login sessions, and connections that break.
import type { SimulatedArray } from '../../src/index.js';
import { type Answer, basicOf, sendAs } from './pair.js';

/** A login session, as a client keeps it. */
export interface Login {
  cookie: string;
  token: string;
}

type Who = Pick<SimulatedArray, 'username' | 'password'>;

/** Logs in with Basic, as a client that continues with the cookie. */
export async function login(array: SimulatedArray, who: Who = array): Promise<Login> {
  const headers = { authorization: basicOf(who) };
  const answer = await sendAs(array, '/login_session', { headers });
  const cookie = /auth_cookie=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
  const token = answer.headers.get('dell-emc-token');
  if (answer.status !== 200 || cookie === undefined || token === null)
    throw new Error(`login: ${answer.status} ${answer.text}`);
  return { cookie, token };
}

/** A read with the cookie alone. */
export const readWith = (
  array: { url: string },
  { cookie }: Pick<Login, 'cookie'>,
  target = '/cluster',
): Promise<Answer> => sendAs(array, target, { headers: { cookie } });

/** A write with the cookie, and the token if there is one. */
export const writeWith = (
  array: { url: string },
  { cookie, token }: { cookie: string; token?: string },
  target: string,
): Promise<Answer> =>
  sendAs(array, target, {
    method: 'POST',
    headers: { cookie, ...(token !== undefined && { 'dell-emc-token': token }) },
  });

/** The codes of the errors because of which a request got no answer. Fails if it got one. */
export async function connectionError(request: Promise<unknown>): Promise<string> {
  try {
    await request;
  } catch (error) {
    const codes: string[] = [];
    for (let it = error as (Error & { code?: string }) | undefined; it; it = it.cause as typeof it)
      codes.push(it.code ?? it.name);
    return codes.join(' < ');
  }
  throw new Error('it was answered');
}

/** The user of an array with this name. */
export function userOf(array: SimulatedArray, username: string): Who {
  const found = array.users.find((it) => it.username === username);
  if (!found) throw new Error(`no user ${username}`);
  return found;
}
