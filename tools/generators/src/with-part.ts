import { identifierOf } from './identifier-of.ts';
import { listOf, type PartKind } from './part-kind.ts';

const LAST_IMPORT = /^import [^;]+;\n(?![\s\S]*^import )/m;

/** A plugin's `plugin.ts` with one part more. Throws when it is not written like ours. */
export function withPart(page: string, kind: PartKind, name: string): string {
  const identifier = identifierOf(name);
  const list = new RegExp(`\\b${listOf[kind]}: \\[([^\\]]*)\\]`);
  const opening = 'definePlugin({';
  if (!LAST_IMPORT.test(page) || !page.includes(opening)) throw new Error('it has no `definePlugin({ … })` below its imports');
  const imported = page.replace(LAST_IMPORT, (last) => `${last}import { ${identifier} } from './${name}.js';\n`);
  if (!list.test(imported)) return imported.replace(opening, `${opening} ${listOf[kind]}: [${identifier}],`);
  return imported.replace(list, (_, parts: string) => {
    const before = parts.trim().replace(/,$/, '');
    return `${listOf[kind]}: [${before === '' ? '' : `${before}, `}${identifier}]`;
  });
}
