export { arrowFaults } from './arrow-faults.ts';
export type { Arrow } from './arrow-faults.ts';
export { boundaries, tagOf } from './boundaries.ts';
export type { Boundary } from './boundaries.ts';
export { drawing, withDrawing } from './drawing.ts';
export { floorPlan } from './floor-plan.ts';
export type { Floor, FloorPlan, Room } from './floor-plan.ts';
export { planFaults } from './plan-faults.ts';
