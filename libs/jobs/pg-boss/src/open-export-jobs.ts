import type { ExportQueue } from '@callstitch/application';
import { PgBoss } from 'pg-boss';

export interface ExportJobsOptions {
  /** Our database; the jobs have a schema of their own there. */
  readonly url: string;
  /** Hears of what goes wrong between jobs, such as a database that is away for a while. */
  readonly onTrouble: (error: Error) => void;
  /** After how long a job that failed is tried again; longer with each time. */
  readonly retryAfterSeconds?: number;
}

/** Exports that wait for a worker. */
export interface ExportJobs extends ExportQueue {
  /** Works in this process too, on so many at once. What `run` rejects is tried again later, a few times. */
  work(run: (exportUuid: string) => Promise<void>, options: { readonly atOnce: number }): Promise<void>;
  /** Takes no more jobs, and waits for those in hand, for so long. */
  close(options?: { readonly patienceSeconds: number }): Promise<void>;
}

interface ExportJob {
  readonly exportUuid: string;
}

const [SCHEMA, QUEUE] = ['callstitch_jobs', 'recording-export'];

/** How a job lives: one whose worker says nothing for half a minute is given to another worker. */
const LIFE = { heartbeatSeconds: 30, expireInSeconds: 86_000, retryLimit: 8, retryBackoff: true, retryDelayMax: 900 };

const RETRY_SECONDS = 15;

const MONITOR_SECONDS = 15;
const POLLING_SECONDS = 1;
const PATIENCE_SECONDS = 20;
const CONNECTIONS = 4;

/** Opens the queue, and makes its schema if need be. */
export async function openExportJobs({ url, onTrouble, retryAfterSeconds = RETRY_SECONDS }: ExportJobsOptions): Promise<ExportJobs> {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    application_name: 'callstitch jobs',
    max: CONNECTIONS,
    schedule: false,
    monitorIntervalSeconds: MONITOR_SECONDS,
    superviseIntervalSeconds: MONITOR_SECONDS,
  });
  boss.on('error', onTrouble);
  await boss.start();
  const life = { ...LIFE, retryDelay: retryAfterSeconds };
  await boss.createQueue(QUEUE, life);
  return {
    async add(exportUuid) {
      await boss.send(QUEUE, { exportUuid } satisfies ExportJob, life);
    },
    async work(run, { atOnce }) {
      const settings = { localConcurrency: atOnce, pollingIntervalSeconds: POLLING_SECONDS };
      await boss.work<ExportJob>(QUEUE, settings, async (jobs) => {
        for (const { data } of jobs) await run(data.exportUuid);
      });
    },
    close: ({ patienceSeconds } = { patienceSeconds: PATIENCE_SECONDS }) => boss.stop({ graceful: true, timeout: patienceSeconds * 1_000 }),
  };
}
