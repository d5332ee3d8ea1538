import type { FloorPlan } from './floor-plan.ts';

/** One project needs another, by its package.json or by an import. */
export type Arrow = readonly [from: string, to: string];

/** What the workspace does that the plan does not allow. */
export function arrowFaults(arrows: readonly Arrow[], plan: FloorPlan): string[] {
  return arrows.flatMap(([from, to]) => {
    const room = plan[from];
    if (!room) return [`${from} is not on the floor plan`];
    return room.mayImport.includes(to) ? [] : [`${from} must not import ${to}`];
  });
}
