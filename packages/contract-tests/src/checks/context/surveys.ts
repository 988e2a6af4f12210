import type { Site } from '../../array/target/target.js';
import { type Send, type Survey, surveyArray } from '../../contract/survey.js';

/** The first look at each array of a run. */
export class Surveys {
  readonly #surveys = new Map<Site, Promise<Survey>>();

  of(site: Site, send: Send): Promise<Survey> {
    const known = this.#surveys.get(site);
    if (known) return known;
    const survey = surveyArray(send);
    this.#surveys.set(site, survey);
    // A look that was stopped says nothing.
    survey.catch(() => this.#surveys.delete(site));
    return survey;
  }
}
