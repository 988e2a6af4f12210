import type { Finding, Severity } from './finding.js';
import type { FindingId } from './finding-kinds.js';

/**
 * The harm that a kind of finding does to automation, worst first: it acts on wrong data or a wrong state; somebody gets in, or a
 * secret gets out; it gets no answer that it could use; it gets one in another form; it has to know something.
 */
const harms = ['wrong', 'open', 'refused', 'form', 'news'] as const;

type Harm = (typeof harms)[number];

const harmOf: Readonly<Record<FindingId, Harm>> = {
  'status.undocumented': 'refused',
  'status.unexpected': 'refused',
  'operation.fails': 'refused',
  'array.busy': 'news',
  'resource.absent': 'refused',
  'resource.failing': 'refused',
  'resource.forbidden': 'refused',
  'resource.unreadable': 'refused',
  'operation.absent': 'refused',
  'body.schema': 'form',
  'body.null': 'form',
  'body.format': 'form',
  'value.incomparable': 'form',
  'body.json': 'refused',
  'body.encoding': 'form',
  'body.repeated-key': 'form',
  'body.number': 'form',
  'body.media-type': 'form',
  'body.unexpected': 'form',
  'header.missing': 'form',
  'header.format': 'form',
  'error.messages': 'form',
  'assumption.contradicted': 'news',
  'attribute.unknown': 'news',
  'literal.unknown': 'news',
  'literal.spelling': 'form',
  'release.too-new': 'form',
  'release.deprecated': 'news',
  'text.companion': 'form',
  'select.missing': 'form',
  'select.extra': 'form',
  'select.unknown': 'form',
  'query.unknown': 'wrong',
  'query.refused': 'refused',
  'query.filter': 'wrong',
  'query.order': 'wrong',
  'query.part': 'wrong',
  'query.value': 'wrong',
  'query.not-taken': 'refused',
  'collection.empty': 'wrong',
  'instance.id': 'wrong',
  'instance.missing': 'refused',
  'instance.differs': 'wrong',
  'relation.embedded': 'wrong',
  'relation.dangling': 'wrong',
  'paging.total': 'wrong',
  'paging.content-range': 'form',
  'paging.duplicate': 'wrong',
  'paging.missing': 'wrong',
  'paging.status': 'form',
  'paging.range': 'wrong',
  'auth.cookie': 'refused',
  'auth.cookie-attributes': 'open',
  'auth.token': 'refused',
  'auth.token-unchecked': 'open',
  'auth.session-ended': 'refused',
  'auth.open': 'open',
  'auth.plain-http': 'open',
  'auth.echo': 'open',
  'action.refused': 'refused',
  'action.accepted': 'wrong',
  'action.unsaid': 'news',
  'action.state': 'wrong',
  'action.ignored': 'wrong',
  'action.changed': 'wrong',
  'action.elsewhere': 'wrong',
  'action.job': 'wrong',
  'pair.missing': 'wrong',
  'pair.roles': 'wrong',
  'pair.states': 'wrong',
  'pair.crossed': 'wrong',
  'client.list': 'wrong',
  'client.get': 'wrong',
  'client.error': 'refused',
};

const severityOrder: readonly Severity[] = ['error', 'warning', 'note'];

/** A kind of a team's own: the suite does not know its harm, and the team has a reason to look for it. */
const harmOfOwn: Harm = 'wrong';

const rankOf = ({ id, severity }: Pick<Finding, 'id' | 'severity'>): number => {
  const known: Readonly<Record<string, Harm>> = harmOf;
  const harm = Object.hasOwn(known, id) ? known[id] : undefined;
  return severityOrder.indexOf(severity) * harms.length + harms.indexOf(harm ?? harmOfOwn);
};

/**
 * Findings by their gravity: by severity, then by the harm that they do to automation. Those of one kind stay together, and those
 * of one gravity in their order.
 */
export function byGravity<T extends Pick<Finding, 'id' | 'severity'>>(findings: readonly T[]): T[] {
  const kinds = [...new Set(findings.map(({ id }) => id))];
  return findings.toSorted((a, b) => rankOf(a) - rankOf(b) || kinds.indexOf(a.id) - kinds.indexOf(b.id));
}
