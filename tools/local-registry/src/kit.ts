import type { FloorPlan } from '@callstitch/floor-plan';

/** A room that leaves the house as an npm package. */
export interface KitRoom {
  readonly name: string;
  /** Its folder, from the root of the workspace. */
  readonly at: string;
}

/** What a plugin author gets: the rooms with a star. */
export function kit(plan: FloorPlan): readonly KitRoom[] {
  return Object.entries(plan).flatMap(([room, { published = false, at }]) => (published ? [{ name: `@callstitch/${room}`, at }] : []));
}
