import type { FloorPlan } from './floor-plan.ts';

/** One row for `@nx/enforce-module-boundaries`. */
export interface Boundary {
  readonly sourceTag: string;
  readonly onlyDependOnLibsWithTags: readonly string[];
}

/** The tag by which Nx knows a room. */
export function tagOf(room: string): string {
  return `room:${room}`;
}

/** The plan as ESLint reads it. */
export function boundaries(plan: FloorPlan): Boundary[] {
  return Object.entries(plan).map(([name, { mayImport }]) => ({
    sourceTag: tagOf(name),
    onlyDependOnLibsWithTags: mayImport.map(tagOf),
  }));
}
