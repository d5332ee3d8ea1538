import type { LiveState } from '@callstitch/application';
import type { Registry } from 'prom-client';
import { Gauge } from 'prom-client';

type Figure = readonly [name: string, help: string, of: (live: LiveState) => number];

const FIGURES: readonly Figure[] = [
  ['callstitch_live_failing', 'Whether live generation fails and tries again', ({ state }) => Number(state === 'failing')],
  ['callstitch_live_waiting_conversations', 'Conversations heard of and not told yet', (live) => live.waitingConversations],
  ['callstitch_live_catching_up', 'Whether everything unread is being looked at', ({ isCatchingUp }) => Number(isCatchingUp)],
  ['callstitch_live_call_logs', 'Call logs written live since the start', ({ calls }) => calls],
  ['callstitch_live_batches', 'Batches of live generation since the start', ({ batches }) => batches],
];

/** Live generation in `/metrics`; where it does not run, its figures have no value. */
export function measureLive(registry: Registry, live: () => LiveState | null): void {
  for (const [name, help, of] of FIGURES) {
    new Gauge({
      ...{ name, help, registers: [registry] },
      collect() {
        const state = live();
        if (state !== null) this.set(of(state));
      },
    });
  }
}
