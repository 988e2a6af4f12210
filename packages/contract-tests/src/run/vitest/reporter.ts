import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import type { CheckListener, CheckRecord } from '../../report/check-record.js';
import type { NotRestored } from '../run.js';

/** Takes the records of the checks out of vitest, each as its check ends. */
export class CheckReporter implements Reporter {
  readonly records: CheckRecord[] = [];
  /** What could not be put back as it was. */
  readonly notRestored: NotRestored[] = [];
  #broken: string | undefined;
  #begun = 0;
  #total = 0;
  readonly #listener: CheckListener;

  constructor(listener: CheckListener) {
    this.#listener = listener;
  }

  /** Why there is no verdict, where there is none: the suite could not be loaded, or failed outside of its checks. */
  get broken(): string | undefined {
    return this.#broken ?? (this.records.length === 0 ? 'no check was run' : undefined);
  }

  onTestModuleCollected({ children }: TestModule): void {
    this.#total += [...children.allTests()].length;
  }

  onTestCaseReady({ name }: TestCase): void {
    this.#begun += 1;
    this.#listener.onBegin(name, this.#begun, this.#total);
  }

  onTestCaseResult(test: TestCase): void {
    const { contract } = test.meta();
    if (contract) {
      this.records.push(contract);
      this.#listener.onEnd(contract);
    } else {
      // It did not get as far as to say how it went.
      this.#broken ??= test.result().errors?.[0]?.message;
    }
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    for (const suite of suites) this.notRestored.push(...(suite.meta().notRestored ?? []));
    const failed = suites.filter((suite) => suite.meta().notRestored === undefined);
    const [error] = [...failed.flatMap((suite) => suite.errors()), ...unhandled];
    if (error) this.#broken ??= error.message;
  }
}
