import type { JourneySegment } from '@callstitch/domain';
import type { Consultation } from './consults.js';
import { consultations } from './consults.js';
import { holdStretches } from './hold-stretches.js';
import { parkStretches } from './park-stretches.js';
import { placeStretches } from './place-stretches.js';
import { ringStretches } from './ring-stretches.js';
import type { Scene } from './scene.js';
import type { Stretch } from './stretch.js';
import { talkStretches } from './talk-stretches.js';

/** Everything that happened, in order, and the consultations that explain some of it. */
export interface Course {
  readonly stretches: readonly Stretch[];
  readonly consulted: readonly Consultation[];
}

/** Lays out the course of a conversation: who rang, talked, waited, listened, and where. */
export function courseOf(scene: Scene): Course {
  const consulted = consultations(scene);
  const stretches = [
    ...ringStretches(scene),
    ...talkStretches(scene, consulted),
    ...placeStretches(scene),
    ...parkStretches(scene),
    ...holdStretches(scene, consulted),
  ];
  stretches.sort((one, other) => one.from - other.from || one.until - other.until);
  return { stretches, consulted };
}

/** The journey as it is kept with the call. */
export function journeyOf({ stretches }: Course): readonly JourneySegment[] {
  return stretches.map(({ kind, from, until, parties, endedBy }) => ({ kind, from, until, parties, endedBy }));
}
