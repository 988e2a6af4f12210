// Every kind of finding there is, in one place: docs/findings.md is made from it.
import type { FindingKind, Severity } from './finding.js';

const kind =
  (severity: Severity) =>
  (title: string, cause: string, remedy: string): FindingKind => ({ severity, title, cause, remedy });

const [error, warning, note] = [kind('error'), kind('warning'), kind('note')];

const vendor = 'Report it to the vendor.';
/** The remedy where the array may be right and the contract wrong. */
const correct = (what: string): string =>
  `If the array is right, correct ${what} in spec/; otherwise report it to the vendor.`;
const transcribe =
  'If the array is right, correct spec/ and name the release that you saw it on; otherwise report it to the vendor.';
const fromLifecycle = correct('x-lifecycle');

export const findingKinds = {
  'resource.absent': error(
    'The array does not have a resource of its release',
    'Programs that need the resource fail. The checks of the resource are skipped.',
    'Check the release and the licence of the array, and whether an emulator or a proxy answers, which may have only a part of the API. If a PowerStore answers that should have it, report it to the vendor.',
  ),
  'resource.forbidden': error(
    'The array does not let the user read a resource',
    'Programs of this user cannot see the resource. The checks of the resource are skipped.',
    'Give the user a role that may read it, and run again.',
  ),
  'resource.failing': error(
    'The array answers each request for a resource with an error',
    'Programs that need the resource fail. The checks of the resource are skipped.',
    'Look for alerts of the array, and for services of it that are down. Otherwise report it to the vendor.',
  ),
  'resource.unreadable': error(
    'The array answers each request for a resource with something that is no list',
    'No client can read the resource. The checks of the resource are skipped.',
    'Check what is between you and the array: a proxy or a login page may have answered. Otherwise report it to the vendor.',
  ),
  'operation.absent': error(
    'The array does not have an operation of its release',
    'Programs that send the request fail. The checks of the operation are skipped.',
    'Check the release and the licence of the array, and whether an emulator or a proxy answers, which may have only a part of the API. If a PowerStore answers that should have it, report it to the vendor.',
  ),
  'status.undocumented': error(
    'The array answers with a status that no document lists for the operation',
    'Clients have no branch for this status.',
    transcribe,
  ),
  'status.unexpected': error(
    'The array answers with another status than this request should get',
    'Clients draw the wrong conclusion from the status.',
    'Look up the operation in the contract: it says which status this request should get. Then report it to the vendor.',
  ),
  'operation.fails': error(
    'The array answers with an error to every request of an operation',
    'No client can use the operation. Every other finding about the operation follows from this.',
    'Look at the array and at the rights of the user. If both are in order, report it to the vendor.',
  ),
  'array.busy': note(
    'The array was busy, and answered a read only when it was asked again',
    'An array under load refuses some requests for a while. The suite waited as long as Retry-After said.',
    'If this is rare, do nothing. Programs have to wait and ask again, too.',
  ),
  'body.schema': error(
    'The array sends a body that does not match its schema',
    'Code that reads the body by its type fails.',
    transcribe,
  ),
  'body.null': error(
    'The array sends null where no document allows it',
    'Code that reads the attribute without checking for null fails.',
    'If the attribute may be empty, mark it as nullable in spec/; otherwise report it to the vendor.',
  ),
  'body.format': error(
    'The array sends a value that does not have its documented format, such as a time',
    'Code that parses the value fails, or reads something else.',
    transcribe,
  ),
  'value.incomparable': warning(
    'The array sends a value that the suite cannot compare with others',
    'The suite judges filters and orders by the attribute from the other values only. A client in JavaScript cannot tell the value from its neighbours.',
    'Look at the value on the array. Clients that need the exact value have to read it as text.',
  ),
  'body.json': error('The array sends a body that is not JSON', 'No client can read the body.', vendor),
  'body.encoding': error(
    'The array sends bytes that are not what its headers say, or not plain UTF-8',
    'Some clients read other characters, and some cannot read the body at all.',
    'Check what is between you and the array: a proxy may have packed or converted the answer. Otherwise report it to the vendor.',
  ),
  'body.repeated-key': error(
    'The array sends a key more than once in one object',
    'Clients read different values: some take the first one, most the last one, and some refuse the body.',
    vendor,
  ),
  'body.number': error(
    'The array writes an integer with a fraction or an exponent, such as 1.0 or 1e3',
    'Clients with integer types, such as those in Go, refuse the body.',
    vendor,
  ),
  'body.media-type': error(
    'The array sends another media type than application/json',
    'Clients that look at the media type refuse the answer.',
    'Check what is between you and the array: a proxy may have answered with a page of its own.',
  ),
  'body.unexpected': error(
    'The array sends a body where the contract has none',
    'Clients ignore the body.',
    transcribe,
  ),
  'header.missing': error(
    'The array leaves out a required header',
    'Without the header, a client cannot page or log in.',
    vendor,
  ),
  'header.format': error(
    'The array sends a malformed header',
    'A client reads something else from the header, or nothing.',
    vendor,
  ),
  'error.messages': error(
    'The array answers with an error that has no messages',
    'A client cannot tell its user what went wrong.',
    vendor,
  ),
  'assumption.contradicted': note(
    'The array does not do what the contract only assumes',
    'No public source says what an array does here; the contract has our reading. Programs that rely on it are wrong for this array.',
    'Attach the file that `powerstore-contract contribute` writes to an issue: it turns the assumption into knowledge.',
  ),
  'attribute.unknown': note(
    'The array has an attribute that the contract does not know',
    'The attribute is newer than the contract, or internal. The types do not have it.',
    'If you need the attribute, transcribe it into spec/.',
  ),
  'literal.unknown': note(
    'The array has an enum literal that the contract does not know',
    'Code with a branch for each literal takes none of them.',
    'Transcribe the literal into spec/ and name the release that you saw it on.',
  ),
  'literal.spelling': error(
    'The array spells an enum literal differently: in another case, or with other spaces or underscores',
    'Code that compares with the literal takes the value for another one.',
    correct('the literal'),
  ),
  'release.too-new': error(
    'The array has something that only a later release should have',
    'The contract names the wrong first release, so clients leave out what they could use.',
    'Correct x-added in spec/; for a literal, correct x-added_value.',
  ),
  'release.deprecated': note(
    'The array still uses something that is deprecated',
    'A later release may no longer have it.',
    'Move to what replaces it.',
  ),
  'text.companion': error(
    'The array sends a text that does not belong to its literal',
    'People read something else than programs act on.',
    correct('x-display_enum_text'),
  ),
  'select.missing': error(
    'The array leaves out an attribute that was selected',
    'Clients rely on getting every attribute that they select.',
    'If this release does not have the attribute, correct x-added in spec/; otherwise report it to the vendor.',
  ),
  'select.extra': error(
    'The array sends an attribute that was not selected',
    'No client relies on it, but the array does not follow select.',
    vendor,
  ),
  'select.unknown': error(
    'The array accepts a selection of an attribute that does not exist',
    'A typing error goes unnoticed on this array.',
    vendor,
  ),
  'query.unknown': error(
    'The array accepts a filter or an order by something that does not exist',
    'A filter with a typing error selects everything.',
    vendor,
  ),
  'query.refused': error(
    'The array refuses a documented form of query',
    'Queries that the types allow fail.',
    'If this release does not have it, correct x-added, x-added_value or x-no_filter in spec/; otherwise report it to the vendor.',
  ),
  'query.filter': error(
    'The array filters wrongly: it returns rows that do not match, or leaves out rows that do',
    'Automation acts on the wrong objects.',
    vendor,
  ),
  'query.part': error(
    'The array returns another part of a collection than the query asks for',
    'A client that pages skips rows, or reads rows twice.',
    vendor,
  ),
  'query.value': error(
    'The array returns another value for an attribute than in another list of the same instances',
    'The value that a client sees depends on how it asks.',
    vendor,
  ),
  'query.not-taken': note(
    'The array refuses a form of query that no document has',
    'The form is a group of filters within a group, or a negated group. Programs that use it fail on this array.',
    'Write the filter without such a group, and note in spec/ that arrays refuse it.',
  ),
  'query.order': error(
    'The array returns an ordered list that is not in order',
    'A client that pages by this order skips rows.',
    vendor,
  ),
  'collection.empty': error(
    'The array returns an empty collection that is never empty on a working array',
    'Clients that need the collection fail.',
    vendor,
  ),
  'instance.id': error(
    'The array returns another instance than the one that was asked for',
    'A client acts on the wrong instance.',
    vendor,
  ),
  'instance.missing': error(
    'The array answers 404 for an instance that its list has',
    'A client takes an instance for deleted that is still there.',
    vendor,
  ),
  'instance.differs': error(
    'The array returns an instance that differs from its row in the list',
    'A list and a single read give a client different values.',
    'If the instance changed in between, run again; otherwise report it to the vendor.',
  ),
  'relation.embedded': error(
    'The array embeds another instance than the one whose id it names',
    'A client that reads the embedded instance works with the wrong one.',
    vendor,
  ),
  'relation.dangling': error(
    'The array names an instance that it does not have',
    'A client that follows the id gets a 404.',
    vendor,
  ),
  'paging.total': error(
    'The array gives a total that is not the number of instances',
    'A client stops too early, or asks too often.',
    vendor,
  ),
  'paging.content-range': error(
    'The array sends a Content-Range that does not match the body',
    'A client continues at the wrong row.',
    vendor,
  ),
  'paging.duplicate': error(
    'The array returns the same instance in two parts of a collection',
    'Clients that page get wrong lists.',
    vendor,
  ),
  'paging.missing': error(
    'The array leaves an instance out of every part of a collection',
    'Clients that page get wrong lists.',
    vendor,
  ),
  'paging.status': error(
    'The array answers with 200 although it returns only a part',
    'A client takes the part for the whole collection.',
    vendor,
  ),
  'paging.range': error(
    'The array returns another part than the Range header asks for',
    "Dell's own clients page by Range, others by limit.",
    'Report it to the vendor, and page by limit and offset.',
  ),
  'auth.cookie': error(
    'The array sets no cookie at login',
    'Every request opens a new login session, until the array refuses further ones.',
    vendor,
  ),
  'auth.cookie-attributes': warning(
    'The array sets its cookie without HttpOnly or Secure',
    'A browser may give the cookie away.',
    'Report it to the vendor. Over plain HTTP, which mocks use, ignore it.',
  ),
  'auth.token': error(
    'The array gives no DELL-EMC-TOKEN at login',
    'A client that uses the cookie cannot write.',
    vendor,
  ),
  'auth.token-unchecked': error(
    'The array answers a write that does not have the DELL-EMC-TOKEN of its login session',
    'A page in the browser of an administrator can change the array.',
    'Report it to the vendor at once.',
  ),
  'auth.session-ended': warning(
    'The array ended the login session of the run on the way',
    'An administrator, a restart of the management software or a limit may have ended it. Programs can lose their sessions in the same way.',
    'If nothing of the kind happened during the run, report it to the vendor. Programs have to log in again after a 401.',
  ),
  'auth.open': error(
    'The array answers a request of somebody who is not logged in',
    'Anyone in the network can read or change the array.',
    'Close the management network, and report it to the vendor at once.',
  ),
  'auth.plain-http': warning(
    'The run sends its password over plain HTTP',
    'Anyone between you and the array can read the password and every answer.',
    'Write the address of the array with https://, and trust its certificate.',
  ),
  'auth.echo': error(
    'The array repeats a secret in an answer',
    'Passwords, cookies or tokens get into logs.',
    'Report it to the vendor at once, and change the password.',
  ),
  'action.refused': error(
    'The array refuses an action that the state table allows',
    'Runbooks stop where they should continue.',
    fromLifecycle,
  ),
  'action.accepted': error(
    'The array accepts an action that it refuses according to its documents or clients',
    'Nothing protects the session from this mistake.',
    correct('x-refused'),
  ),
  'action.unsaid': note(
    'The array has answered an action of which no source says whether it is possible',
    'This is no fault of the array: no source had the answer. Programs can rely on the answer for this release only.',
    'Tell us the answer and the release, or add a row to x-lifecycle or x-refused in spec/.',
  ),
  'action.state': error(
    'An action leads to another state than the state table says',
    'A program that waits for the documented state waits forever.',
    fromLifecycle,
  ),
  'action.ignored': error(
    'The array accepts an action and does nothing',
    'A program takes a failover that did not happen for one that did.',
    vendor,
  ),
  'action.elsewhere': error(
    'The array carries out an action on another session than the one that it was sent to',
    'A failover of one session can stop the production of another one. The run has sent no further action.',
    'Look at the session that changed, and put it back by hand. Report it to the vendor at once.',
  ),
  'action.changed': error(
    'The array refuses an action and changes the session nevertheless',
    'No client can rely on a refusal.',
    vendor,
  ),
  'action.job': error(
    'The job of an action does not say how the action ended',
    'A program that waits for the job waits forever, or takes a failure for success.',
    vendor,
  ),
  'pair.missing': error(
    'One array has a session that the other one does not have',
    'Only one side can fail over.',
    vendor,
  ),
  'pair.roles': error(
    'The roles of the two sides of a session are not opposite',
    'Nobody can tell which side serves the hosts.',
    'If somebody failed over while the link was down, reprotect; otherwise report it to the vendor.',
  ),
  'pair.states': warning(
    'The two sides of a session are in different states although they reach each other',
    'One side refuses what the other allows. A pause while the link is down pauses one side only.',
    'Pause the session again, which pauses both sides, and resume it.',
  ),
  'pair.crossed': error(
    'The two sides of a session do not refer to each other',
    'A program that looks up one side by the other does not find it.',
    vendor,
  ),
  'client.list': error(
    'The client of this project lists other sessions than the array has',
    'Everything that is built on the client sees the wrong sessions.',
    'If nothing changed meanwhile, report it to this project.',
  ),
  'client.get': error(
    'The client of this project reads another session than it asked for',
    'Everything that is built on the client acts on the wrong session.',
    'Report it to this project.',
  ),
  'client.error': error(
    'The client of this project fails',
    'Everything that is built on the client fails.',
    'See the other findings. If there are none, report it to this project.',
  ),
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingId = keyof typeof findingKinds;
