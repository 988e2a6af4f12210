// A simulated array that starts with the examples of the document, with a certificate of its own.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator, exampleRecording } from '@powerstore-api/mock-server';
import { generate } from 'selfsigned';
import { onTestFinished } from 'vitest';

export interface Answer {
  status: number;
  json: unknown;
}

export interface SimulatedArray {
  /** Host and port. */
  host: string;
  /** The environment of a program that connects to it. */
  env: Record<string, string>;
  get(target: string): Promise<Answer>;
}

/** Starts an array. The test stops it. */
export async function startArray(): Promise<SimulatedArray> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  const folder = await mkdtemp(join(tmpdir(), 'powerstore-generators-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const certificate = join(folder, 'array.pem');
  await writeFile(certificate, cert);
  const sim = await createSimulator({
    recording: exampleRecording(),
    clock: 'manual',
    transitions: 'immediate',
    tls: { key, cert },
  });
  onTestFinished(() => sim.close());
  const { url, username, password } = sim.a;
  return {
    host: new URL(url).host,
    env: { ARRAY: new URL(url).host, PASSWORD: password, NODE_EXTRA_CA_CERTS: certificate },
    get: (target) =>
      new Promise((resolve, reject) => {
        const options = { ca: cert, auth: `${username}:${password}`, agent: false };
        const sent = request(`${url}/api/rest${target}`, options, (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          answer.on('end', () => resolve({ status: answer.statusCode ?? 0, json: JSON.parse(text) as unknown }));
        });
        sent.on('error', reject).end();
      }),
  };
}
