import type { AnnouncingHandle } from '@callstitch/runtime';
import type { Registry } from 'prom-client';
import { Gauge } from 'prom-client';

/** How far publishers are behind, and how often they failed in this process. Nothing when nobody is told. */
export function announcingMetrics(registry: Registry, announcing: AnnouncingHandle | null): void {
  if (announcing === null) return;
  const labelNames = ['publisher'] as const;
  const behind = new Gauge({
    name: 'callstitch_announcing_behind',
    help: 'Lines of the feed that a publisher has not announced yet; counting stops at ten thousand',
    labelNames,
    registers: [registry],
    async collect() {
      const states = await announcing.state().catch(() => []);
      for (const state of states) behind.set({ publisher: state.publisher }, state.behind);
    },
  });
  const failures = new Gauge({
    name: 'callstitch_announcing_failures',
    help: 'How often a publisher failed since this process began',
    labelNames,
    registers: [registry],
    collect() {
      for (const [publisher, count] of announcing.failures()) failures.set({ publisher }, count);
    },
  });
}
