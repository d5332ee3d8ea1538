import { tagOf } from './boundaries.ts';
import type { FloorPlan } from './floor-plan.ts';
import type { Project } from './workspace.ts';

/** The parts of a tsconfig.lib.json that make a room pure. */
export interface CompilerSettings {
  readonly compilerOptions?: { readonly types?: readonly string[]; readonly lib?: readonly string[] };
}

/** Where a project and its place on the plan disagree; a project without a place is a fault by itself. */
export function roomFaults({ name, at, tags, isPrivate }: Project, plan: FloorPlan): string[] {
  const room = plan[name];
  if (!room) return [`${name} is not on the floor plan`];
  return [
    ...(room.at === at ? [] : [`${name} lies in ${at}, the floor plan says ${room.at}`]),
    ...(tags.join() === tagOf(name) ? [] : [`${name} has the tags [${tags.join(', ')}], the floor plan says [${tagOf(name)}]`]),
    ...(isPrivate === !room.published ? [] : [`${name} is ${isPrivate ? 'private' : 'public'}, the floor plan says the opposite`]),
  ];
}

/** A pure room is pure by its compiler settings or not at all. */
export function purityFaults(name: string, { compilerOptions }: CompilerSettings): string[] {
  return [
    ...(compilerOptions?.types?.length === 0 ? [] : [`${name} is pure, so its tsconfig.lib.json needs "types": []`]),
    ...(compilerOptions?.lib?.join() === 'es2023' ? [] : [`${name} is pure, so its tsconfig.lib.json needs "lib": ["es2023"]`]),
  ];
}
