import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Executor } from '../../../gateway/execution/executor';
import { stockExecutor } from '../../../gateway/execution/stock';
import type { TestGraph } from './graph';

export type Make = (test: TestGraph) => Executor;

export const executors: Record<string, Make> = {
  stock: ({ graph, rooms }) => stockExecutor(graph, rooms),
};
void existsSync;
void path;
