// Ways to change the answers of an array.
import type { PassedAnswer, ReadRequest, Tamper } from '../helpers/tampering-proxy.js';
import type { FindingId } from '../../src/index.js';

export type Row = Record<string, unknown>;

/** A change of answers, and the finding that the run must report. */
export interface Case {
  title: string;
  /** The resource whose answers are changed. Without one, all may be, and nothing else is tried in the run. */
  on?: string;
  finding: FindingId;
  /** A part of the message. */
  message: string;
  /** The subject of the finding; `null` where it has none. With a form, no finding of the kind has a subject of another form. */
  subject: string | RegExp | null;
  /** It is about the array as a whole, and has a run of its own, on several resources. The findings of `also` are then all others. */
  whole?: true;
  /** The number of findings of the kind: 1 unless it has several causes. Not counted where the subject has a form. */
  findings?: number;
  /** Other findings that follow. */
  also?: string[];
  tamper?: Tamper;
  /** Changes how the array reads a query of the resource. */
  misread?: (query: URLSearchParams, headers: ReadRequest['headers']) => void;
}

export const isList = ({ target, status }: PassedAnswer, on: string): boolean =>
  new RegExp(`^/${on}(\\?|$)`).test(target) && status < 300;
export const isInstance = ({ target }: PassedAnswer, on: string): boolean => target.startsWith(`/${on}/`);
export const queryOf = ({ target }: PassedAnswer): URLSearchParams => new URL(target, 'http://a').searchParams;

/** Rewrites the rows of the lists of a resource. */
export const rows =
  (on: string, change: (rows: Row[], answer: PassedAnswer) => unknown): Tamper =>
  (answer) => {
    if (isList(answer, on)) answer.text = JSON.stringify(change(JSON.parse(answer.text) as Row[], answer));
  };

/** Gives an attribute of each row another value, in lists and instances alike. */
export const value =
  (on: string, changes: Row): Tamper =>
  (answer) => {
    if (answer.status >= 300) return;
    const changed = (row: Row): Row =>
      Object.fromEntries(Object.entries(row).map(([name, was]) => [name, name in changes ? changes[name] : was]));
    if (isList(answer, on)) answer.text = JSON.stringify((JSON.parse(answer.text) as Row[]).map(changed));
    if (isInstance(answer, on)) answer.text = JSON.stringify(changed(JSON.parse(answer.text) as Row));
  };

export const instances =
  (on: string, change: Tamper): Tamper =>
  (answer) => {
    if (isInstance(answer, on)) change(answer);
  };

/** Rewrites the header of parts of lists. */
export const contentRange =
  (on: string, change: (value: string) => string | undefined): Tamper =>
  (answer) => {
    const { headers } = answer;
    if (!isList(answer, on) || typeof headers['content-range'] !== 'string') return;
    const changed = change(headers['content-range']);
    if (changed === undefined) delete headers['content-range'];
    else headers['content-range'] = changed;
  };

/** Answers a query that the array refuses. */
export const accept =
  (on: string, asked: string, text = '[]'): Tamper =>
  (answer) => {
    if (answer.target.startsWith(`/${on}?`) && answer.target.includes(asked))
      Object.assign(answer, { status: 200, text });
  };

const refusal = '{"messages":[{"code":"0xE04040010005","severity":"Error","message_l10n":"No."}]}';
export const refuse = (answer: PassedAnswer): void => void Object.assign(answer, { status: 400, text: refusal });

/** Changes parts of the sessions, and leaves the whole as it is. */
export function parts(change: (rows: Row[], first: Row) => unknown): Tamper {
  let first: Row = {};
  return rows('replication_session', (list, { status, target }) => {
    if (!target.includes('select=id&order=id')) return list;
    if (status === 200) [first = {}] = list;
    return status === 206 && list.length > 1 ? change(list, first) : list;
  });
}

export const isAt = ({ target }: PassedAnswer, on: string): boolean => new RegExp(`^/${on}([/?]|$)`).test(target);

export const byId = (list: Row[]): Row[] => list.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
