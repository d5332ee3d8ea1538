import type { Tree } from '@nx/devkit';
import { addPart } from './add-part.ts';

/** What is typed after `npx nx g @callstitch/generators:…`. */
export interface GeneratorOptions {
  readonly name: string;
  readonly project?: string;
}

/** `npx nx g @callstitch/generators:tagger NAME` */
export function taggerGenerator(tree: Tree, { name, project = 'standard-taggers' }: GeneratorOptions): Promise<void> {
  return addPart(tree, 'tagger', { name, project });
}

/** `npx nx g @callstitch/generators:retention-policy NAME` */
export function retentionPolicyGenerator(tree: Tree, { name, project = 'standard-retention' }: GeneratorOptions): Promise<void> {
  return addPart(tree, 'retention-policy', { name, project });
}
