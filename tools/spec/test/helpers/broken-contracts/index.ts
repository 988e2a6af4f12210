// Contracts with one mistake each, by subject.
import { answers } from './answers.ts';
import { assumptions } from './assumptions.ts';
import { enums } from './enums.ts';
import { examples } from './examples.ts';
import { forGenerators } from './for-generators.ts';
import { listedOperations } from './listed-operations.ts';
import { operations } from './operations.ts';
import { references } from './references.ts';
import { releases } from './releases.ts';
import { shapes } from './shapes.ts';
import { sources } from './sources.ts';
import { stateTable } from './state-table.ts';
import { writeConditions } from './write-conditions.ts';

export type { BrokenContract } from './broken-contract.ts';

export const brokenContracts = [
  ...stateTable,
  ...writeConditions,
  ...sources,
  ...assumptions,
  ...releases,
  ...enums,
  ...operations,
  ...forGenerators,
  ...listedOperations,
  ...answers,
  ...examples,
  ...references,
  ...shapes,
];
