import type { Cel } from '@callstitch/domain';
import type { SimulateOptions } from './call-stream.js';
import { callStream } from './call-stream.js';

const ROWS_PER_BATCH = 2_000;

/** CELs of simulated calls in batches, the same for the same options, in constant memory whatever their number. */
export function* simulateCels(options: SimulateOptions): Generator<readonly Cel[]> {
  let batch: Cel[] = [];
  for (const cel of callStream(options)) {
    batch.push(cel);
    if (batch.length < ROWS_PER_BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
