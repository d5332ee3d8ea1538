import { liveGeneration } from '@callstitch/application';
import type { GenerateOptions } from '@callstitch/application';
import type { Instant } from '@callstitch/domain';
import type { NamedNarrator } from '../create-teller.js';
import { beginWait } from '../begin-wait.js';
import { kept } from './kept.js';
import type { Live, LiveHandle } from './live.js';
import type { LiveParts } from './live-parts.js';

export interface LiveNeeds {
  readonly now: () => Instant;
  readonly narrator: () => Promise<NamedNarrator>;
  /** Whether there are rows by which a dialect can be recognised. */
  readonly hasCels: () => Promise<boolean>;
  readonly generation: (narrator: NamedNarrator) => GenerateOptions;
}

/** Live generation that can be started, and all that was started stopped. */
export function assembleLive(parts: LiveParts, { now, narrator, hasCels, generation }: LiveNeeds): Live & { stop(): Promise<void> } {
  const started = new Set<LiveHandle>();
  return {
    openSources: (settings) => parts.openSources(settings),
    start(settings, { arrivals = [], onTrouble = () => undefined } = {}) {
      parts.prepare(settings).catch((error: unknown) => {
        onTrouble({ name: 'trigger', message: error instanceof Error ? error.message : String(error) });
      });
      const keptNarrator = kept(narrator, now);
      let isRecognised = false;
      // Who is chosen before the first row must not tell the first call.
      const narratorOfNow = async (): Promise<NamedNarrator> => {
        const wasRecognised = isRecognised;
        isRecognised ||= await hasCels();
        return wasRecognised ? keptNarrator() : narrator();
      };
      const running = liveGeneration({
        arrivals: [...parts.arrivals(settings), ...arrivals],
        claims: parts.claims,
        generation: async () => generation(await narratorOfNow()),
        now,
        beginWait,
        silenceCheckSeconds: settings.silenceCheckSeconds,
        onTrouble,
      });
      started.add(running);
      return running;
    },
    async stop() {
      await Promise.all([...started].map((running) => running.stop()));
      started.clear();
    },
  };
}
