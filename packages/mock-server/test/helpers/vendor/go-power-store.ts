// gopowerstore 1.20 as the array sees it, retold from dell/gopowerstore: api/api.go, client.go, replication.go,
// software_installed.go and cluster.go.
import {
  basicOf,
  type Json,
  keptCookie,
  newPool,
  type Received,
  send,
  type Sent,
  type Target,
  VendorError,
} from './wire.js';

const sessionFields =
  'id,state,role,resource_type,local_resource_id,remote_resource_id,remote_system_id,type,storage_element_pairs';

interface Call {
  method: string;
  path: string;
  query?: Record<string, string>;
  body?: Json;
}

interface Result {
  status: number;
  body: unknown;
  /** Of a 206 alone. */
  page?: { last: number; total: number };
}

export class GoPowerStore implements AsyncDisposable {
  /** Each request as it went out. */
  readonly sent: Sent[] = [];
  readonly #array: Target;
  readonly #pool = newPool();
  readonly #customHeaders: Record<string, string>;
  #cookie: string | undefined;
  #token: string | undefined;
  #loggingIn = false;

  private constructor(array: Target, customHeaders: Record<string, string>) {
    this.#array = array;
    this.#customHeaders = customHeaders;
  }

  /** Logs in at once, whatever comes of it. */
  static async connect(array: Target, customHeaders: Record<string, string> = {}): Promise<GoPowerStore> {
    const client = new GoPowerStore(array, customHeaders);
    await client.#logIn().catch(() => undefined);
    return client;
  }

  get logins(): number {
    return this.sent.filter(({ target }) => target === '/login_session').length;
  }

  async majorMinorVersion(): Promise<number> {
    const rows = await this.all('software_installed', 'id', 'id,is_cluster,release_version,build_version,build_id');
    const cluster = rows.find((row) => row['is_cluster'] === true);
    const [major, minor, ...rest] = String(cluster?.['build_version']).split('.').map(Number);
    if (rest.length === 0) return 0;
    return Number(major) + Number(minor) / 10;
  }

  async cluster(): Promise<Json> {
    const nqn = (await this.majorMinorVersion()) >= 3.1 ? ['nvm_subsystem_nqn'] : [];
    const select = ['id', 'name', 'management_address', 'state', 'system_time', ...nqn].join(',');
    const [row] = (await this.query({ method: 'GET', path: '/cluster', query: { select } })).body as Json[];
    if (!row) throw new Error('panic: index out of range');
    return row;
  }

  /** Any collection to its end, a thousand rows at a time. */
  async all(resource: string, order: string, select: string): Promise<Json[]> {
    const rows: Json[] = [];
    for (let offset = 0; ;) {
      const query = { select, order, limit: '1000', offset: String(offset) };
      const { body, page } = await this.query({ method: 'GET', path: `/${resource}`, query });
      rows.push(...(body as Json[]));
      if (!page || page.last + 1 >= page.total) return rows;
      offset = page.last + 1;
    }
  }

  async sessionById(id: string): Promise<Json> {
    const query = { select: sessionFields };
    return (await this.query({ method: 'GET', path: `/replication_session/${id}`, query })).body as Json;
  }

  /** Only where there is exactly one. */
  async sessionByLocalResource(id: string): Promise<Json> {
    const query = { select: sessionFields, local_resource_id: `eq.${id}` };
    const rows = (await this.query({ method: 'GET', path: '/replication_session', query })).body as Json[];
    const [row] = rows;
    if (!row || rows.length !== 1) throw new VendorError(404, `${rows.length} sessions`);
    return row;
  }

  async act(id: string, action: string, failover?: Json): Promise<void> {
    const path = `/replication_session/${id}/${action}`;
    await this.query({ method: 'POST', path, ...(failover !== undefined && { body: failover }) });
  }

  /** One request; after a 403 it logs in and sends it again. After a 401 it does not. */
  async query(call: Call): Promise<Result> {
    const answer = await this.#send(call);
    const { status, headers, text } = answer;
    if (status >= 200 && status < 300) {
      this.#token = (headers['dell-emc-token'] as string | undefined) ?? this.#token;
      const page = status === 206 ? pageOf(headers['content-range']) : undefined;
      return { status, body: text === '' ? undefined : JSON.parse(text), ...(page && { page }) };
    }
    if (status !== 403) throw errorOf(answer);
    // Its login takes a lock it already holds when the login itself is answered with 403, and hangs for good.
    if (this.#loggingIn) throw new Error('deadlock: the login was answered with 403');
    await this.#logIn();
    return this.query(call);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#pool.destroy();
  }

  async #logIn(): Promise<void> {
    this.#loggingIn = true;
    try {
      const { body } = await this.query({ method: 'GET', path: '/login_session' });
      if (typeof (body as Json[])[0]?.['id'] !== 'string') throw new Error('no login session in the answer');
    } finally {
      this.#loggingIn = false;
    }
  }

  async #send({ method, path, query = {}, body }: Call): Promise<Received> {
    // Go sorts the parameters, and escapes more than others do.
    const parameters = Object.entries(query).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const text = parameters.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&');
    const sent = {
      method,
      target: text === '' ? path : `${path}?${text}`,
      headers: {
        'User-Agent': 'Go-http-client/1.1',
        Authorization: basicOf(this.#array),
        ...(this.#token !== undefined && { 'Dell-Emc-Token': this.#token }),
        ...(this.#cookie !== undefined && { Cookie: `auth_cookie=${this.#cookie}` }),
        ...this.#customHeaders,
        'Accept-Encoding': 'gzip',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    this.sent.push(sent);
    const answer = await send(this.#array, sent, this.#pool);
    this.#cookie = keptCookie(this.#array, answer, 'auth_cookie') ?? this.#cookie;
    return answer;
  }
}

const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);

function pageOf(range: string | undefined): { last: number; total: number } | undefined {
  const [, last, total] = /^\d+-(\d+)\/(\d+)$/.exec(range ?? '') ?? [];
  return last === undefined ? undefined : { last: Number(last), total: Number(total) };
}

/** It takes the first message without looking whether there is one, and wants texts as arguments. */
function errorOf({ status, text }: Received): VendorError {
  const { messages } = JSON.parse(text) as { messages: { message_l10n: string; arguments: string[] }[] };
  const [first] = messages;
  if (!first) throw new Error('panic: index out of range');
  if (!first.arguments.every((it) => typeof it === 'string')) return new VendorError(status, 'Unknown error');
  return new VendorError(status, first.message_l10n);
}
