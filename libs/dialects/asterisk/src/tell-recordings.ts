import type { AppRun, Leg } from '@callstitch/correlation';
import type { Cel, Instant, Recording } from '@callstitch/domain';
import type { Course } from './journey.js';
import type { Scene } from './scene.js';
import type { Told } from './told.js';

/** When a leg's `MixMonitor` stopped: at `StopMixMonitor` or with the channel. Its `APP_END` means nothing: it returns at once. */
function stoppedAt(leg: Leg, run: AppRun, endedAt: Instant): Instant {
  const stop = leg.runs.find(({ app, from }) => app === 'stopmixmonitor' && from >= run.from);
  return stop?.from ?? (leg.hangup ?? leg.end)?.eventTime ?? endedAt;
}

/** Option `b` of `MixMonitor` records only while bridged. */
function startedAt(leg: Leg, run: AppRun): Instant | null {
  const options = run.data.split(',')[1] ?? '';
  if (!options.replace(/\([^)]*\)/g, '').includes('b')) return run.from;
  return leg.stays.find((stay) => !stay.holding && stay.until > run.from)?.from ?? null;
}

/**
 * Recordings as far as the stream shows them: `MixMonitor` runs and the recorder in a conference's `peer` lists.
 *
 * Recording by a queue's `monitor-format` or on demand by DTMF leaves no event.
 */
export function tellRecordings({ replay }: Scene, { stretches }: Course): Told<readonly Recording[]> {
  const value: Recording[] = [];
  const cels: Cel[] = [];
  for (const leg of replay.legs) {
    for (const run of leg.runs) {
      if (run.app !== 'mixmonitor') continue;
      const from = startedAt(leg, run);
      if (from === null) continue;
      const [path = ''] = run.data.split(',', 1);
      value.push({ uuid: null, startedAt: from, endedAt: stoppedAt(leg, run, replay.endedAt), path: path === '' ? null : path });
      cels.push(run.start);
    }
    for (const stay of leg.stays) {
      const recorder = [stay.enter, stay.exit].find((cel) => cel !== null && cel.peer.includes('CBRec/'));
      if (recorder === undefined || recorder === null) continue;
      const joined = stretches.find(({ kind, from, legs }) => kind === 'conference' && legs.includes(leg) && from >= stay.from);
      if (joined === undefined || value.some((recording) => recording.path === null)) continue;
      value.push({ uuid: null, startedAt: stay.from, endedAt: stay.until, path: null });
      cels.push(recorder);
    }
  }
  return { value, rule: 'recorders-in-the-stream', cels };
}
