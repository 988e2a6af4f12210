import ms from 'ms';
import { defaultLimits } from '../array/target/target.js';
import { defaultFile } from '../settings/configuration-file.js';
import type { AddCommand } from './command.js';
import { writeOutput } from '../report/output-file.js';

export const addInitCommand: AddCommand = (program, { print }, runCommand) => {
  program
    .command('init')
    .description('write a commented configuration file')
    .argument('[file]', 'file to write', defaultFile)
    .option('--force', 'replace the file where it exists')
    .addHelpText('after', '\nExit codes: 0 written, 2 could not write it.')
    .action(
      runCommand(async (file: string, { force = false }: { force?: boolean }) => {
        await writeOutput(file, configuration, { replace: force });
        print(`Wrote ${file}. Fill in the address of the array, then run powerstore-contract doctor.`);
        return 0;
      }),
    );
};

const configuration = `# Settings of powerstore-contract. Precedence: flags, environment variables (POWERSTORE_URL, …), this file.
# Paths are relative to the folder of this file. Never write a password into it.

arrays:
  # The array to check.
  a:
    url: https://array-a.example.com
    username: monitor # a read-only role is enough for reading
    passwordFile: ~/.powerstore-password # or passwordEnv: NAME_OF_A_VARIABLE. Without either, the suite asks you.
    # The certificate to trust where no known authority has signed it. powerstore-contract doctor shows its fingerprint.
    # fingerprint: AB:CD:…
    # ca: array-a.pem
    # timeout: ${ms(defaultLimits.timeoutMs)} # time limit for an answer
    # label: array a # name in reports, which others may read
  # The array that it replicates to. With both, the suite compares the two sides of each replication session.
  # b:
  #   url: https://array-b.example.com
  #   username: monitor
  #   passwordEnv: ARRAY_B_PASSWORD

# What the run may do: read-only, non-disruptive or disruptive.
# It changes nothing unless the ids of the replication sessions that it may change are listed as well.
mode: read-only
sessions: [] # such as [2754bad0-cfcd-4796-a06b-78368bad1cd7]

# Whether to try one wrong password of the user as well. An array may lock the user after several of them.
# tryWrongPassword: false

# The load on the array. The suite always sends one request at a time.
requestsPerSecond: ${defaultLimits.requestsPerSecond}
rows: ${defaultLimits.rows} # maximum number of rows to read of a collection
# budget: 10m # no check begins after this time

# Each day asks other queries. With the seed of a report, a run asks the same ones again.
# seed: 2026-11-28

# reports:
#   json: reports/contract.json

# What no report has: the values of the array that the findings are about. Only you can read the file.
# details: reports/details.yaml

# Modules that export checks of your own, made with defineCheck.
# checkModules:
#   - ./our-checks.js

# Accepted findings, which powerstore-contract baseline writes.
# baseline: powerstore-contract.baseline.yaml
`;
