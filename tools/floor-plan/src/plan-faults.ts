import type { Floor, FloorPlan } from './floor-plan.ts';

/** What is wrong with the plan itself: an arrow that leads up, to nowhere, or in a circle. */
export function planFaults(plan: FloorPlan): string[] {
  return Object.entries(plan).flatMap(([name, { floor, mayImport }]) => [
    ...mayImport.flatMap((target) => {
      const room = plan[target];
      if (!room) return [`${name} may import ${target}, which is not on the floor plan`];
      return leadsUp(floor, room.floor) ? [`${name} may import ${target}, which is not below it`] : [];
    }),
    ...(reachable(name, plan).has(name) ? [`${name} imports itself in a circle`] : []),
  ]);
}

/** Rooms on one floor may be listed for each other, as long as no circle comes of it. */
function leadsUp(from: Floor, to: Floor): boolean {
  if (from === 'beside') return false;
  return to === 'beside' || to > from;
}

function reachable(from: string, plan: FloorPlan): Set<string> {
  const seen = new Set<string>();
  const waiting = [...(plan[from]?.mayImport ?? [])];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(plan[name]?.mayImport ?? []));
  }
  return seen;
}
