import { createRequire } from 'node:module';
import { Command, InvalidArgumentError } from 'commander';
import pc from 'picocolors';
import { registerDiff } from './commands/diff.js';
import { createLive } from './live.js';
import { runContract } from './run.js';
import { settingsFromEnvironment, targetFrom, type TargetSettings } from './settings.js';
import { CannotRunError } from './target.js';

interface Flags extends TargetSettings {
  html?: string;
  json?: string;
  junit?: string;
  markdown?: string;
  static?: true;
  dryRun?: true;
}

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

const program = new Command('powerstore-contract')
  .description(
    'Checks that a Dell PowerStore array answers as its API contract says (unofficial).\nWithout an address it checks an array of the embedded simulator. An array is only read: nothing that changes it is ever sent.',
  )
  .version(version)
  .option('--url <address>', 'array to check, such as https://array-a.example.com (POWERSTORE_URL)')
  .option('--username <name>', 'user to log in as; a read-only one is enough (POWERSTORE_USERNAME)')
  .option('--password-file <file>', 'file that holds the password (POWERSTORE_PASSWORD_FILE, or POWERSTORE_PASSWORD)')
  .option('--ca <file>', 'certificate to trust, PEM (POWERSTORE_CA)')
  .option('--fingerprint <sha256>', 'certificate to trust, by its SHA-256 fingerprint (POWERSTORE_FINGERPRINT)')
  .option('--timeout <seconds>', 'how long an answer may take, 30 by default', seconds)
  .option('--static', 'without an address: check the mock that answers with the examples of the contract')
  .option('--dry-run', 'say which array it is and what would be done, and stop there')
  .option('--html <file>', 'write the report as one HTML file that needs no network')
  .option('--junit <file>', 'write the report as JUnit XML')
  .option('--markdown <file>', 'write the report as Markdown, for a pull request')
  .option('--json <file>', 'write the report as JSON, which diff reads')
  // Commands have flags of the same names.
  .enablePositionalOptions()
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))
  .addHelpText(
    'after',
    `
A password is never taken as a flag: flags show in process lists.

Exit codes: 0 conforms, 1 does not conform, 2 could not run.

Example:
  export POWERSTORE_URL=https://array-a.example.com POWERSTORE_USERNAME=monitor
  export POWERSTORE_PASSWORD_FILE=~/.powerstore-password POWERSTORE_CA=array-a.pem
  powerstore-contract --html report.html --json report.json`,
  )
  .action(async ({ static: withExamples, dryRun, html, json, junit, markdown, ...flags }: Flags) => {
    const array = targetFrom({ ...settingsFromEnvironment(process.env), ...flags });
    if (array && withExamples)
      throw new CannotRunError('--static is for a run without an array, but one is named. Leave one of them out.');
    const live = createLive(process.stderr, process.env);
    try {
      const report = await runContract({
        arrays: array && { a: array },
        embedded: withExamples ? 'static' : 'simulator',
        reports: {
          ...(html !== undefined && { html }),
          ...(json !== undefined && { json }),
          ...(junit !== undefined && { junit }),
          ...(markdown !== undefined && { markdown }),
        },
        dryRun,
        print: (line) => live.around(() => console.log(line)),
        tell: (line) => live.around(() => console.error(line)),
        live,
      });
      process.exitCode = report ? exitCodes[report.summary.verdict] : 0;
    } finally {
      live.end();
    }
  });

registerDiff(program);

const exitCodes = { conforms: 0, 'does-not-conform': 1, 'no-verdict': 2 } as const;

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 3600)) throw new InvalidArgumentError('Seconds are a number above 0, up to 3600.');
  return value;
}

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CannotRunError)) throw error;
  console.error(`${pc.red('Could not run:')} ${error.message}`);
  process.exitCode = 2;
}
