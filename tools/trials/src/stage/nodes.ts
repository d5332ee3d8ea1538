import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StartedService } from '@callstitch/bench';
import { startedService } from '@callstitch/bench';

export interface NodesOptions {
  readonly count: number;
  readonly databaseUrl: string;
  /** Each node has a folder of its own in it. */
  readonly directory: string;
  /** The text of `callstitch.yml`. */
  readonly configuration: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Services on one database, each a process with a folder and a port of its own. */
export class Nodes {
  readonly #options: NodesOptions;
  readonly #services: (StartedService | null)[] = [];
  #token = '';

  static async start(options: NodesOptions): Promise<Nodes> {
    const nodes = new Nodes(options);
    // The first one makes the administrator's token.
    await nodes.restart(0);
    await Promise.all(Array.from({ length: options.count - 1 }, (_none, number) => nodes.restart(number + 1)));
    return nodes;
  }

  private constructor(options: NodesOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#options.count;
  }

  /** Of the administrator. */
  get token(): string {
    return this.#token;
  }

  /** Where those listen that run. */
  get urls(): readonly string[] {
    return this.#services.flatMap((service) => (service === null || service.hasEnded() ? [] : [service.url]));
  }

  async kill(number: number): Promise<void> {
    const service = this.#services[number];
    this.#services[number] = null;
    await service?.kill();
  }

  async restart(number: number): Promise<void> {
    const { databaseUrl, directory, configuration, environment } = this.#options;
    const own = join(directory, `node-${number}`);
    mkdirSync(own, { recursive: true });
    const file = join(own, 'callstitch.yml');
    writeFileSync(file, configuration);
    const service = await startedService(databaseUrl, own, { ...environment, CALLSTITCH_CONFIG: file });
    this.#token = service.token ?? this.#token;
    this.#services[number] = service;
  }

  /** What nodes said that ended though nobody killed them. */
  ended(): readonly string[] {
    return this.#services.flatMap((service, number) =>
      service?.hasEnded() === true ? [`Node ${number + 1} ended by itself: ${service.lastWords()}`] : [],
    );
  }

  async stop(): Promise<void> {
    const running = this.#services.filter((service) => service !== null).filter((service) => !service.hasEnded());
    await Promise.all(running.map((service) => service.stop()));
  }
}
