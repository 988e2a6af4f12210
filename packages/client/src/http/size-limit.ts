import type { OperationId } from '@powerstore-api/types';
import { ContractError } from '../errors/contract-error.js';

/**
 * The most bytes of an answer, after decompression: 32 kB for each of the 2000 rows of the longest page.
 */
export const maxAnswerBytes = 64 * 1024 * 1024;

/** Something else than an array could fill the memory of the program. */
export const tooLarge = (operation: OperationId): ContractError =>
  new ContractError('the answer is larger than 64 MiB', operation);
