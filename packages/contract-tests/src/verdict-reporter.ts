import pc from 'picocolors';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import { describeFinding } from './finding.js';
import { type CheckResult, type Coverage, type Verdict, verdictOf } from './verdict.js';

/** Prints each check as it ends, and the verdict at the end. */
export class VerdictReporter implements Reporter {
  readonly #results: CheckResult[] = [];
  #broken: string | undefined;
  readonly #print: (line: string) => void;

  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** Why there is no verdict, where there is none. */
  get broken(): string | undefined {
    return this.#results.length === 0 ? (this.#broken ?? 'no check was run') : this.#broken;
  }

  get verdict(): Verdict {
    return verdictOf(this.#results);
  }

  onTestCaseResult(test: TestCase): void {
    const { contract } = test.meta();
    const { state, errors = [] } = test.result();
    const [check = test.name, title = ''] = test.name.split(/: (.*)/);
    const passed = state === 'passed';
    const [error] = errors;
    this.#results.push({
      check,
      title,
      passed,
      findings: contract?.findings ?? [],
      seen: contract?.seen ?? [],
      ...(contract?.lost !== undefined && { lost: contract.lost }),
      ...(!passed && { failure: error?.message ?? `the check ended as ${state}` }),
    });
    this.#print(`  ${passed ? pc.green('✓') : pc.red('✗')} ${check.padEnd(50)} ${pc.dim(title)}`);
  }

  /** A suite that cannot even be loaded, or that fails outside of its checks, must not read as a verdict. */
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const [error] = [...suites.flatMap((suite) => suite.errors()), ...unhandled];
    if (error) this.#broken = error.message;
    else for (const line of describeVerdict(this.verdict)) this.#print(line);
  }
}

/** The verdict for a person: what was found and why, what was seen, and the outcome as the last line. */
function describeVerdict({ conforms, passed, failed, findings, notes, failures, coverage, lost }: Verdict): string[] {
  const pairs = coverage.reduce((sum, { seen }) => sum + seen.length, 0);
  const documented = coverage.reduce((sum, { seen, notSeen }) => sum + seen.length + notSeen.length, 0);
  return [
    ...(findings.length > 0 ? ['', pc.bold(`Findings (${findings.length})`)] : []),
    ...findings.flatMap((finding) => ['', ...indent(describeFinding(finding))]),
    ...(notes.length > 0 ? ['', pc.bold(`Notes (${notes.length}), no reason to fail`)] : []),
    ...notes.flatMap((finding) => ['', ...indent(describeFinding(finding))]),
    ...(failures.length > 0 ? ['', pc.bold(`Checks that could not be carried out (${failures.length})`)] : []),
    ...failures.flatMap(({ check, failure }) => ['', ...indent(`${check}: ${failure}`)]),
    '',
    pc.bold('Coverage: statuses seen, per operation') + pc.dim(`  ${pairs} of ${documented} documented`),
    ...coverage.map(describeCoverage),
    '',
    lost === undefined
      ? `${conforms ? pc.green(pc.bold('Conforms')) : pc.red(pc.bold('Does not conform'))} to the contract.`
      : `${pc.red(pc.bold('No verdict'))}: ${lost}`,
    `${passed} passed, ${failed} failed`,
  ];
}

function describeCoverage({ operationId, seen, notSeen }: Coverage): string {
  const mark = seen.length > 0 ? pc.green('●') : pc.dim('○');
  const rest = notSeen.length > 0 ? pc.dim(`not seen ${notSeen.join(' ')}`) : '';
  return `  ${mark} ${operationId.padEnd(40)} ${pc.green(seen.join(' ')) || pc.dim('none')}  ${rest}`.trimEnd();
}

const indent = (text: string): string[] => text.split('\n').map((line) => `  ${line}`);
