import type { BusState, CelArrivals } from '@callstitch/application';
import { isoTime } from '@callstitch/application';
import type { Registry } from 'prom-client';
import { Gauge } from 'prom-client';

/** How a bus that the settings name stands: what it brings beside CELs, and whether all that is heard from it would come now. */
export type BusStanding = Pick<BusState, 'isConnected' | 'done' | 'malformed' | 'refused' | 'failure'>;

const NOT_YET: BusStanding = { isConnected: false, done: 0, malformed: 0, refused: 0, failure: null };

/** Joins both consumers of a bus: null while the one of events has not begun; of the sources only those count that live generation listens to. */
export function busStanding(events: BusState | null, sources: readonly CelArrivals[]): BusStanding {
  if (events === null) return NOT_YET;
  return { ...events, isConnected: events.isConnected && sources.every((source) => source.isConnected?.() !== false) };
}

/** `bus_consumer` in `/1.0/status`: as from the reference it is ok only when a consumer is connected, so it fails without a bus too. */
export function busStatus(bus: BusStanding | null): { readonly status: 'ok' | 'fail' } & Readonly<Record<string, unknown>> {
  if (bus === null) return { status: 'fail', state: 'off' };
  const { isConnected, done, malformed, refused, failure } = bus;
  return {
    status: isConnected ? 'ok' : 'fail',
    state: !isConnected ? 'away' : failure === null ? 'connected' : 'failing',
    last_failure_at: failure === null ? null : isoTime(failure.at),
    ...{ done, malformed, refused },
  };
}

type Figure = readonly [name: string, help: string, of: (bus: BusStanding) => number];

const FIGURES: readonly Figure[] = [
  ['callstitch_bus_connected', 'Whether the consumers of the bus are connected', ({ isConnected }) => Number(isConnected)],
  ['callstitch_bus_failing', 'Whether an event of the bus fails and is tried again', ({ failure }) => Number(failure !== null)],
  ['callstitch_bus_events_done', 'Events of the bus, CELs apart, whose work was done since the start', ({ done }) => done],
  ['callstitch_bus_events_malformed', 'Events of the bus that did not say what they must', ({ malformed }) => malformed],
  ['callstitch_bus_events_refused', 'Events of the bus whose work could not be done', ({ refused }) => refused],
];

/** The bus in `/metrics`; without one its figures have no value. */
export function measureBus(registry: Registry, bus: () => BusStanding | null): void {
  for (const [name, help, of] of FIGURES) {
    new Gauge({
      ...{ name, help, registers: [registry] },
      collect() {
        const standing = bus();
        if (standing !== null) this.set(of(standing));
      },
    });
  }
}
