import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { defaultFile } from '../settings/configuration-file.js';
import { CannotRunError } from '../array/target.js';
import type { AddCommand } from './command.js';

export const addInitCommand: AddCommand = (program, { print }, action) => {
  program
    .command('init')
    .description('write a commented configuration to begin with')
    .argument('[file]', 'where to', defaultFile)
    .option('--force', 'also over one that is there')
    .action(
      action(async (file: string, { force = false }: { force?: true | false }) => {
        try {
          await writeFile(file, configuration, { flag: force ? 'w' : 'wx' });
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException;
          throw new CannotRunError(
            code === 'EEXIST'
              ? `${resolve(file)} is there already. --force writes over it.`
              : `${resolve(file)} cannot be written (${code}).`,
          );
        }
        print(`Wrote ${file}. Fill in the address, then: powerstore-contract doctor`);
        return 0;
      }),
    );
};

const configuration = `# What powerstore-contract checks, and how. Flags and the environment (POWERSTORE_URL and so on) go before it.
# Files are found from where this file is. No password belongs here.

arrays:
  # The array to check.
  a:
    url: https://array-a.example.com
    username: monitor # a user with a read-only role is enough for reading
    passwordFile: ~/.powerstore-password # or: passwordEnv: NAME_OF_A_VARIABLE; without both, you are asked
    # Which certificate to trust, where it is not one of a known authority; powerstore-contract doctor shows it.
    # fingerprint: AB:CD:…
    # ca: array-a.pem
    # timeout: 30 # seconds an answer may take
    # label: array a # what reports call it; others may read them
  # The array it replicates to, where both sides of replication are to be compared.
  # b:
  #   url: https://array-b.example.com
  #   username: monitor
  #   passwordEnv: ARRAY_B_PASSWORD

# What may be done: read-only, non-disruptive or disruptive. More than reading also needs the sessions it may be done to.
mode: read-only
sessions: [] # such as [2754bad0-cfcd-4796-a06b-78368bad1cd7]

# How gently: one request at a time in any case.
requestsPerSecond: 2
rows: 2000 # at most so many of a collection
# budget: 10m # after that no further check is begun

# reports:
#   json: reports/contract.json

# Checks of your own, made with defineCheck.
# checks:
#   - ./our-checks.js

# Findings that are accepted until a day: powerstore-contract baseline writes it.
# baseline: powerstore-contract.baseline.yaml
`;
