// The kinds of findings that say what an array lacks. The checks of it are skipped.
import type { FindingId } from './finding-kinds.js';

export const lackIds = [
  'resource.absent',
  'resource.forbidden',
  'resource.failing',
  'resource.unreadable',
  'operation.absent',
] as const satisfies readonly FindingId[];

export type LackId = (typeof lackIds)[number];

export const isLackId = (id: string): id is LackId => lackIds.some((it) => it === id);
