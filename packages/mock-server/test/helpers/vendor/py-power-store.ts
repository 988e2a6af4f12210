// PyPowerStore 3.4.1 and later as the array sees it, retold from dell/python-powerstore: PyPowerStore/client.py, protection.py,
// provisioning.py, utils/constants.py and utils/helpers.py.
import { basicOf, type Json, keptCookie, type Received, send, type Sent, type Target, VendorError } from './wire.js';

const loginSelect = 'id,user,role_ids,is_password_change_required,is_built_in_user,idle_timeout';

/** That of 3.4.0 and before: ecefa2d took the internal attributes out. */
export const loginSelectBefore341 =
  'id,user_id,user,role_ids,is_password_change_required,is_built_in_user,user_type,idle_timeout';

export const sessionSelect = [
  'id,state,role,resource_type,last_sync_timestamp,local_resource_id,remote_resource_id,remote_system_id',
  'progress_percentage,estimated_completion_timestamp,replication_rule_id,storage_element_pairs,state_l10n',
  'role_l10n,resource_type_l10n,remote_system(id,name),migration_session(id,name),replication_rule(id,name)',
].join(',');

/** What it asks for beside that from 3.0 on. */
export const sessionSelectOf3 = [
  'data_transfer_state,type,last_sync_duration,type_l10n,next_sync_timestamp,failover_test_in_progress',
  'error_code,data_connection_state,parent_replication_session_id,local_resource_state,data_transfer_state_l10n',
  'data_connection_state_l10n,local_resource_state_l10n',
].join(',');

// The space is theirs.
const volumeSelectOf4 = [
  'id,name,description,type,wwn,nsid,nguid,appliance_id,state,size,logical_used,node_affinity',
  'creation_timestamp,protection_policy_id,performance_policy_id,qos_performance_policy_id',
  'is_replication_destination,migration_session_id,metro_replication_session_id,is_host_access_available',
  'protection_data,location_history,app_type,app_type_other,type_l10n,state_l10n,node_affinity_l10n',
  'app_type_l10n,volume_groups(name,id), protection_policy(name,id)',
].join(',');

export interface PyPowerStoreOptions {
  applicationType?: string;
  loginSelect?: string;
  /** Its clock, in seconds: Python's `time.time()`. */
  now?: () => number;
}

export class PyPowerStore {
  /** Each request as it went out. */
  readonly sent: Sent[] = [];
  readonly #array: Target;
  readonly #applicationType: string | undefined;
  readonly #loginSelect: string;
  readonly #now: () => number;
  #login: { token: string | undefined; cookie: string | undefined; time: number; idleTimeout: number } | undefined;

  constructor(
    array: Target,
    { applicationType, loginSelect: select = loginSelect, now = () => Date.now() / 1000 }: PyPowerStoreOptions = {},
  ) {
    this.#array = array;
    this.#applicationType = applicationType;
    this.#loginSelect = select;
    this.#now = now;
  }

  get logins(): number {
    return this.sent.filter(({ target }) => target.startsWith('/login_session')).length;
  }

  async arrayVersion(): Promise<string> {
    const rows = (await this.#request('GET', '/software_installed', { select: 'release_version' })) as Json[];
    return String(rows[0]?.['release_version']);
  }

  async clusters(): Promise<Json[]> {
    return (await this.#request('GET', '/cluster', { select: 'id,name' })) as Json[];
  }

  /** All of them: the page that comes by itself, then windows of 2001, put together as they come. */
  async sessions(filter: Record<string, string> = {}): Promise<Json[]> {
    const query = { select: 'id', ...filter };
    const first = await this.#fetch('GET', '/replication_session', query);
    const rows = this.#parsed(first) as Json[];
    const range = first.headers['content-range'];
    if (first.status !== 206 || range === undefined) return rows;
    const total = Number(range.split('/').at(-1));
    for (let offset = 100; offset < total; offset += 2000) {
      const window = await this.#fetch('GET', '/replication_session', query, undefined, `${offset}-${offset + 2000}`);
      rows.push(...(this.#parsed(window) as Json[]));
    }
    return rows;
  }

  async session(id: string): Promise<Json> {
    const select = (await this.#isAtLeast(3)) ? `${sessionSelect},${sessionSelectOf3}` : sessionSelect;
    return (await this.#request('GET', `/replication_session/${id}`, { select })) as Json;
  }

  async act(id: string, action: 'sync' | 'pause' | 'resume' | 'reprotect'): Promise<void> {
    await this.#request('POST', `/replication_session/${id}/${action}`);
  }

  /** Without a body where nothing is asked for. */
  async failover(id: string, body: { is_planned?: boolean; reverse?: boolean } = {}): Promise<void> {
    await this.#request('POST', `/replication_session/${id}/failover`, {}, body);
  }

  async modify(id: string, role: string): Promise<void> {
    await this.#request('PATCH', `/replication_session/${id}`, {}, { role });
  }

  async volumeByName(name: string): Promise<Json | undefined> {
    await this.#isAtLeast(4);
    const [row] = (await this.#request('GET', '/volume', { select: volumeSelectOf4, name: `eq.${name}` })) as Json[];
    return row && { ...row, hlu_details: await this.#mappings(String(row['id'])) };
  }

  async volume(id: string): Promise<Json> {
    await this.#isAtLeast(4);
    const row = (await this.#request('GET', `/volume/${id}`, { select: volumeSelectOf4 })) as Json;
    return { ...row, hlu_details: await this.#mappings(id) };
  }

  async logout(): Promise<Received> {
    const answer = await this.#send('POST', '/logout', this.#headers(this.#loginHeaders()));
    this.#login = undefined;
    return answer;
  }

  #mappings(volume: string): Promise<unknown> {
    const select = 'id, host_id, host_group_id,logical_unit_number';
    return this.#request('GET', '/host_volume_mapping', { select, volume_id: `eq.${volume}` });
  }

  /** Nothing is remembered: each time the array is asked for its release. */
  async #isAtLeast(major: number): Promise<boolean> {
    const release = (await this.arrayVersion()).slice(0, 7);
    if (!/^\d+\.\d+\.\d+\.\d+$/.test(release)) throw new VendorError(0, `no version: ${release}`);
    return Number(release.split('.')[0]) >= major;
  }

  async #request(method: string, path: string, query: Record<string, string> = {}, body: Json = {}): Promise<unknown> {
    return this.#parsed(await this.#fetch(method, path, query, body));
  }

  #parsed({ status, reason, text }: Received): unknown {
    if (status === 204) return undefined;
    if ([200, 201, 202, 206, 207].includes(status)) return JSON.parse(text);
    // It reads every error but 401 as JSON, and fails on one that is not.
    throw new VendorError(status, `${status}, ${reason} [${status === 401 ? '' : JSON.stringify(JSON.parse(text))}]`);
  }

  async #fetch(method: string, path: string, query: Record<string, string>, body: Json = {}, range?: string) {
    // By its own clock alone, and from the login on, however much it asked since.
    const { token, cookie, time = 0, idleTimeout = 0 } = this.#login ?? {};
    if (!token || !cookie || this.#now() - time >= idleTimeout) await this.#logIn();
    const internal = /^\/(remote_support|node|volume_group|remote_system)(\/|$)/.test(path);
    const headers = this.#headers({
      ...this.#loginHeaders(),
      ...(internal && { 'DELL-VISIBILITY': 'internal' }),
      ...(range !== undefined && { Range: range }),
    });
    const hasBody = Object.keys(body).length > 0;
    const target = hasBody || Object.keys(query).length === 0 ? path : `${path}?${new URLSearchParams(query)}`;
    return this.#send(method, target, headers, hasBody ? JSON.stringify(body) : undefined);
  }

  async #logIn(): Promise<void> {
    const target = `/login_session?${new URLSearchParams({ select: this.#loginSelect })}`;
    const answer = await this.#send('GET', target, this.#headers({ authorization: basicOf(this.#array) }));
    const [session] = answer.status === 200 ? (JSON.parse(answer.text) as Json[]) : [];
    this.#login = {
      token: answer.headers['dell-emc-token'] as string | undefined,
      cookie: keptCookie(this.#array, answer, 'auth_cookie'),
      time: this.#now(),
      idleTimeout: Number(session?.['idle_timeout'] ?? 0),
    };
  }

  #loginHeaders(): Record<string, string> {
    const { token, cookie } = this.#login ?? {};
    return { ...(token !== undefined && { 'DELL-EMC-TOKEN': token }), Cookie: `auth_cookie=${cookie ?? 'None'}` };
  }

  #headers(more: Record<string, string>): Record<string, string> {
    return {
      'User-Agent': 'python-requests/2.32.3',
      'Accept-Encoding': 'gzip, deflate',
      Accept: 'application/json',
      Connection: 'keep-alive',
      'Accept-Language': 'en-US',
      'content-type': 'application/json',
      ...(this.#applicationType !== undefined && { 'Application-Type': this.#applicationType }),
      ...more,
    };
  }

  #send(method: string, target: string, headers: Record<string, string>, body?: string): Promise<Received> {
    const sent = { method, target, headers, ...(body !== undefined && { body }) };
    this.sent.push(sent);
    return send(this.#array, sent);
  }
}
