// The PowerStore driver of OpenStack Cinder as the array sees it, retold from openstack/cinder:
// cinder/volume/drivers/dell_emc/powerstore/client.py and adapter.py.
import { basicOf, type Json, type Received, send, type Sent, type Target, VendorError } from './wire.js';

const alreadyFailedOver = '0xE0201005000C';

export interface CinderOptions {
  /** How it waits between two looks at a job. */
  sleep: (seconds: number) => void | Promise<void>;
  /** Older revisions send `{}` where there is nothing to send. */
  emptyBodies?: boolean;
}

export class Cinder {
  /** Each request as it went out. */
  readonly sent: Sent[] = [];
  readonly #array: Target;
  readonly #options: CinderOptions;

  constructor(array: Target, options: CinderOptions) {
    this.#array = array;
    this.#options = options;
  }

  async arrayVersion(): Promise<unknown> {
    const query = { select: 'release_version', is_cluster: 'eq.True' };
    const [row] = (await this.#request('GET', '/software_installed', query)) as Json[];
    return row?.['release_version'];
  }

  async clusterName(): Promise<unknown> {
    const [row] = (await this.#request('GET', '/cluster?select=name')) as Json[];
    return row?.['name'];
  }

  async volumeIdByName(name: string): Promise<string> {
    const query = { name: `eq.${name}`, type: 'in.(Primary,Clone)' };
    return firstId(await this.#request('GET', '/volume', query), `volume ${name}`);
  }

  async sessionIdOfVolume(volume: string): Promise<string> {
    const rows = await this.#request('GET', '/replication_session', { local_resource_id: `eq.${volume}` });
    return firstId(rows, `session of ${volume}`);
  }

  async sessionState(id: string): Promise<unknown> {
    return ((await this.#request('GET', `/replication_session/${id}?select=state`)) as Json)['state'];
  }

  /** TestedArray of the array that is to serve: of the secondary for a failover, of the primary for a failback. */
  async failoverVolume(volume: string, isFailback: boolean): Promise<boolean> {
    const session = await this.sessionIdOfVolume(volume);
    const job = await this.failover(session, isFailback);
    const done = await this.#patiently(() => this.#isFailedOver(job));
    if (isFailback) await this.#request('POST', `/replication_session/${session}/reprotect`);
    return done;
  }

  async failover(session: string, isFailback: boolean): Promise<string> {
    const body = { is_planned: false, force: isFailback };
    // The word as Python writes it.
    const answer = await this.#request('POST', `/replication_session/${session}/failover`, { is_async: 'True' }, body);
    return String((answer as Json)['id']);
  }

  /** Ends the replication of a volume, and waits until the session is gone. */
  async tearDown(volume: string): Promise<void> {
    const session = await this.sessionIdOfVolume(volume);
    await this.#request('PATCH', `/volume/${volume}`, {}, { protection_policy_id: '' });
    const query = {
      resource_type: 'eq.replication_session',
      resource_action: 'eq.delete',
      resource_id: `eq.${session}`,
      state: 'eq.COMPLETED',
    };
    await this.#patiently(async () => ((await this.#request('GET', '/job', query)) as Json[]).length > 0 || undefined);
  }

  async #isFailedOver(job: string): Promise<boolean | undefined> {
    const query = { select: 'resource_action,resource_type,resource_id,state,response_body' };
    const found = (await this.#request('GET', `/job/${job}`, query)) as Json & {
      response_body: { messages?: { code: string }[] } | null;
    };
    if (found.response_body?.messages?.some(({ code }) => code === alreadyFailedOver)) return true;
    if (found['state'] === 'COMPLETED') return true;
    return found['state'] === 'FAILED' || found['state'] === 'UNRECOVERABLE_FAILED' ? false : undefined;
  }

  /** Five looks, with 1, 3, 9 and 27 seconds between them. */
  async #patiently(look: () => Promise<boolean | undefined>): Promise<boolean> {
    for (const wait of [1, 3, 9, 27, undefined]) {
      const found = await look();
      if (found !== undefined) return found;
      if (wait !== undefined) await this.#options.sleep(wait);
    }
    throw new VendorError(0, 'still in progress after 40 seconds');
  }

  async #request(method: string, path: string, query: Record<string, string> = {}, body?: Json): Promise<unknown> {
    const text = body ? JSON.stringify(body) : this.#options.emptyBodies && method !== 'GET' ? '{}' : undefined;
    const sent = {
      method,
      target: Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query)}`,
      headers: {
        'User-Agent': 'python-requests/2.32.3',
        'Accept-Encoding': 'gzip, deflate',
        Accept: '*/*',
        Connection: 'keep-alive',
        Authorization: basicOf(this.#array),
      },
      ...(text !== undefined && { body: text }),
    };
    this.sent.push(sent);
    return parsed(await send(this.#array, sent));
  }
}

function parsed({ status, text }: Received): unknown {
  if (![200, 201, 202, 204, 206].includes(status)) throw new VendorError(status, text);
  return text === '' ? undefined : JSON.parse(text);
}

function firstId(rows: unknown, what: string): string {
  const [row] = rows as Json[];
  if (!row) throw new VendorError(0, `${what} is not found`);
  return String(row['id']);
}
