// Arrays that do otherwise than the contract only assumes. They conform.
import { type Case, instances, isAt, rows, type Row } from './tamper.js';

const notMoved = (row: Row): Row => ('location_history' in row ? { ...row, location_history: [] } : row);

export const assumptions: Case[] = [
  {
    title: 'an empty list where the contract assumes null',
    on: 'volume',
    finding: 'assumption.contradicted',
    message: 'volume_instance.location_history is an empty list',
    subject: 'schemas/volume_instance.location_history#answer',
    tamper: (answer) => {
      rows('volume', (list) => list.map(notMoved))(answer);
      instances('volume', (one) => {
        if (one.status < 300) one.text = JSON.stringify(notMoved(JSON.parse(one.text) as Row));
      })(answer);
    },
  },
  {
    title: 'another code for a mistake in a filter',
    on: 'policy',
    finding: 'assumption.contradicted',
    message: 'answers no_such_operator without unknown_parameter',
    subject: 'errors/unknown_parameter#mistake',
    tamper: (answer) => {
      if (isAt(answer, 'policy') && answer.target.includes('no_such_operator'))
        answer.text = answer.text.replace('0xE04040020008', '0xE04040010005');
    },
  },
  {
    title: 'arguments in an error that the contract assumes to have none',
    on: 'host_volume_mapping',
    finding: 'assumption.contradicted',
    message: 'comes with arguments',
    subject: 'errors/invalid_request#answer',
    tamper: (answer) => {
      if (isAt(answer, 'host_volume_mapping') && answer.status === 416)
        answer.text = answer.text.replace('"arguments":[]', '"arguments":["offset"]');
    },
  },
  {
    title: '401 in place of 403 for a write without the token',
    finding: 'assumption.contradicted',
    message: 'logout is refused with 401',
    subject: 'responses/forbidden#logout',
    tamper: (answer) => {
      if (answer.target === '/logout' && answer.status === 403) answer.status = 401;
    },
  },
];
