// Every kind of finding there is, in one place: the page of findings is made from it.
import type { FindingKind, Severity } from './finding.js';

const kind =
  (severity: Severity) =>
  (title: string, cause: string, remedy: string): FindingKind => ({ severity, title, cause, remedy });

const [error, warning, note] = [kind('error'), kind('warning'), kind('note')];

const vendor = 'Report it to the vendor.';
const transcribe =
  'Correct spec/ if the array is right, with the release it was seen on; else report it to the vendor.';

export const findingKinds = {
  'status.undocumented': error(
    'a status that no document has for the operation',
    'A client has no branch for it.',
    transcribe,
  ),
  'status.unexpected': error(
    'another status than this request should be answered with',
    'What a client concludes from the status is wrong.',
    'See the operation in the contract for what this request should be answered with.',
  ),
  'body.schema': error('a body that does not fit its schema', 'Code that reads it by its type fails.', transcribe),
  'body.null': error(
    '`null` where no document allows it',
    'Code that reads the attribute without a check fails.',
    'If the array may be empty there, mark the attribute nullable in spec/; else report it to the vendor.',
  ),
  'body.format': error(
    'a value that is not of its format, such as a time',
    'Code that parses it fails, or reads something else.',
    transcribe,
  ),
  'body.json': error('a body that is no JSON', 'No client can read it.', vendor),
  'body.media-type': error(
    'another media type than application/json',
    'Clients that look at it refuse the answer.',
    'See what is between you and the array: a proxy that answers by itself has a page of its own.',
  ),
  'body.unexpected': error('a body where none is documented', 'It is lost on clients.', transcribe),
  'header.missing': error('a required header is missing', 'A client cannot page, or log in, without it.', vendor),
  'header.format': error('a header that is malformed', 'A client reads something else, or nothing.', vendor),
  'error.messages': error('an error without messages', 'A client cannot tell what went wrong.', vendor),
  'attribute.unknown': note(
    'an attribute that the contract does not know',
    'Newer than the contract, or internal. Types do not have it.',
    'Transcribe it into spec/ if you need it.',
  ),
  'literal.unknown': note(
    'an enum literal that the contract does not know',
    'Code that has a branch per literal takes none.',
    'Transcribe it into spec/ with the release it was seen on.',
  ),
  'version.too-new': error(
    'something that only came with a later release than the array runs',
    'The contract says a wrong first release, so clients leave out what they could use.',
    'Correct x-added in spec/.',
  ),
  'version.deprecated': note(
    'something that is deprecated is still in use',
    'A later release may do without it.',
    'Move to what replaces it.',
  ),
  'text.companion': error(
    'a text that does not go with its literal',
    'People read something else than programs act on.',
    'Correct x-literals in spec/ if the array is right; else report it to the vendor.',
  ),
  'select.missing': error(
    'selected attributes that are not there',
    'A client is promised what it selects.',
    'If this release does not have them, correct x-added in spec/; else report it to the vendor.',
  ),
  'select.extra': error(
    'attributes that nobody selected',
    'Nothing relies on it, but select does not do what it says.',
    vendor,
  ),
  'select.unknown': error(
    'the selection of what does not exist is accepted',
    'A typing error goes unnoticed on this array.',
    vendor,
  ),
  'query.unknown': error(
    'a filter or an order by what does not exist is accepted',
    'A typing error selects everything.',
    vendor,
  ),
  'query.refused': error(
    'a documented filter, operator or order is refused',
    'Queries that the types allow fail.',
    'If this release does not have it, correct spec/; else report it to the vendor.',
  ),
  'query.filter': error(
    'a filter lets through what does not fit, or keeps back what does',
    'Automation acts on the wrong objects.',
    vendor,
  ),
  'query.complement': error(
    'a filter and its negation do not add up to all',
    'Rows are in neither, or in both.',
    vendor,
  ),
  'query.order': error('an ordered list that is not in order', 'Paging by an order skips rows.', vendor),
  'collection.empty': error('a collection is empty that never is', 'Clients that need it fail.', vendor),
  'instance.id': error('another instance than was asked for', 'A client acts on the wrong one.', vendor),
  'instance.differs': error(
    'an instance and its row in the list differ',
    'What a client sees depends on how it asks.',
    'If it changed in between, run again; else report it to the vendor.',
  ),
  'paging.total': error(
    'a total that is not how many there are',
    'A client stops too early or asks too often.',
    vendor,
  ),
  'paging.content-range': error(
    'a Content-Range that is not what the body holds',
    'A client goes on at the wrong place.',
    vendor,
  ),
  'paging.duplicate': error('the same instance in two parts', 'Lists read in parts are wrong.', vendor),
  'paging.missing': error('an instance in no part', 'Lists read in parts are wrong.', vendor),
  'paging.status': error('a part passed off as the whole', 'A client takes 200 for everything there is.', vendor),
  'paging.range': error(
    'Range and limit answer differently',
    "Dell's own clients page by Range, others by limit.",
    'Report it to the vendor; page with limit and offset.',
  ),
  'auth.cookie': error(
    'a login without a cookie',
    'Every request opens a new login session, until there are too many.',
    vendor,
  ),
  'auth.cookie-attributes': warning(
    'a cookie without HttpOnly or Secure',
    'A browser may give it away.',
    'Report it to the vendor. Over plain HTTP, as with the mock, it says nothing.',
  ),
  'auth.token': error('a login without a token', 'Nothing can be written with the cookie.', vendor),
  'auth.open': error(
    'an answer for somebody who is not logged in',
    'Anybody in the network reads, or changes, the array.',
    'Close the management network, and report it to the vendor at once.',
  ),
  'auth.echo': error(
    'an answer that repeats a secret',
    'Passwords, cookies or tokens end up in logs.',
    'Report it to the vendor at once, and change the password.',
  ),
  'action.refused': error(
    'an action that the state table has as possible is refused',
    'Runbooks stop where they should not.',
    'Correct x-lifecycle in spec/ if the array is right.',
  ),
  'action.accepted': error(
    'an action that the state table has as impossible is accepted',
    'What guards against mistakes is not there.',
    'Correct x-lifecycle in spec/ if the array is right.',
  ),
  'action.state': error(
    'an action leads into another state than the state table says',
    'What waits for the state waits for ever.',
    'Correct x-lifecycle in spec/ if the array is right.',
  ),
  'action.ignored': error(
    'an action is accepted and nothing comes of it',
    'A failover that did not happen is taken for one that did.',
    vendor,
  ),
  'action.changed': error('a refused action changed something', 'A refusal cannot be relied on.', vendor),
  'action.job': error(
    'the job of an action does not say how it went',
    'What waits for the job waits for ever, or takes a failure for success.',
    vendor,
  ),
  'pair.missing': error('a session that the other array does not have', 'Only one side can be failed over.', vendor),
  'pair.roles': error(
    'both sides of a session have the same role, or roles that do not go together',
    'Nobody can tell which side serves.',
    'If somebody failed over while the link was down, reprotect; else report it to the vendor.',
  ),
  'pair.states': warning(
    'both sides of a session are in different states, though they reach each other',
    'What one side allows the other refuses; pausing while the link is down pauses one side only.',
    'Pause again, which pauses the other side too, and resume.',
  ),
  'pair.crossed': error(
    'the two sides of a session do not refer to each other',
    'What is looked up by the other side is not found.',
    vendor,
  ),
  'client.list': error(
    'the client of this project lists something else than the array has',
    'What is built on the client is wrong.',
    'If nothing changed meanwhile, report it to this project.',
  ),
  'client.get': error(
    'the client of this project reads another session than it asked for',
    'What is built on the client is wrong.',
    'Report it to this project.',
  ),
  'client.error': error(
    'the client of this project fails',
    'What is built on the client fails.',
    'See the other findings; if there are none, report it to this project.',
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingId = keyof typeof findingKinds;
