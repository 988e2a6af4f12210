import type { Lack } from '../../contract/survey.js';

/** The reason why a check says nothing about this array. */
export class NotApplicable extends Error {}

/** The array does not have what a check asks for. */
export class Lacking extends NotApplicable {
  readonly lack: Lack;

  constructor(lack: Lack, isOther = false) {
    super(`The ${isOther ? 'other ' : ''}array ${lack.predicate}`);
    this.lack = lack;
  }
}
