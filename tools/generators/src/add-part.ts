import { formatFiles, getProjects, readJson, type Tree } from '@nx/devkit';
import { identifierOf } from './identifier-of.ts';
import { nameFault } from './name-fault.ts';
import { partFiles } from './part-files.ts';
import { wordFor, type PartKind } from './part-kind.ts';
import { withPart } from './with-part.ts';

/** What a person asks of a generator. */
export interface AddPartOptions {
  readonly name: string;
  /** The room of a plugin, with or without our scope. */
  readonly project: string;
}

const SCOPE = '@callstitch/';

/** Adds a part to a plugin of ours: its file, its spec, its line. Throws before anything is written, with a sentence on why. */
export async function addPart(tree: Tree, kind: PartKind, { name, project }: AddPartOptions): Promise<void> {
  const fault = nameFault(name);
  if (fault !== null) throw new Error(fault);
  const plugins = pluginRooms(tree);
  const room = plugins.get(SCOPE + project.replace(SCOPE, ''));
  if (room === undefined) throw new Error(`"${project}" is no plugin of ours; these are: ${[...plugins.keys()].join(', ')}`);
  requireTestKit(tree, project, room);
  const taken = [...plugins.values()].map((at) => takenBy(tree, at, name)).find((file) => file !== null) ?? null;
  if (taken !== null) throw new Error(`"${name}" is taken by ${taken}`);

  const { part, spec } = partFiles(kind, name);
  const plugin = `${room}/src/plugin.ts`;
  const page = renewed(tree, plugin, kind, name);
  tree.write(`${room}/src/${name}.ts`, part);
  tree.write(`${room}/src/${name}.spec.ts`, spec);
  tree.write(plugin, page);
  await formatFiles(tree);
}

/** The folders of the projects that carry a plugin's label, by their names. */
function pluginRooms(tree: Tree): ReadonlyMap<string, string> {
  const rooms = [...getProjects(tree)].flatMap(([name, { root }]) => {
    const manifest = `${root}/package.json`;
    const isPlugin = tree.exists(manifest) && 'callstitch' in readJson<object>(tree, manifest);
    return isPlugin ? [[name, root] as const] : [];
  });
  return new Map(rooms);
}

function requireTestKit(tree: Tree, project: string, room: string): void {
  const { dependencies = {}, devDependencies = {} } = readJson<Record<string, object | undefined>>(tree, `${room}/package.json`);
  if ('@callstitch/plugin-testing' in { ...dependencies, ...devDependencies }) return;
  throw new Error(`"${project}" does not depend on @callstitch/plugin-testing, which the spec needs`);
}

/** The file of a plugin that has a name already: two parts of ours never share one. */
function takenBy(tree: Tree, room: string, name: string): string | null {
  const sources = tree.children(`${room}/src`).filter((file) => file.endsWith('.ts'));
  const identifier = new RegExp(`\\bconst ${identifierOf(name)}\\b|\\bname: '${name}'`);
  const found = sources.find((file) => file === `${name}.ts` || identifier.test(tree.read(`${room}/src/${file}`, 'utf8') ?? ''));
  return found === undefined ? null : `${room}/src/${found}`;
}

function renewed(tree: Tree, plugin: string, kind: PartKind, name: string): string {
  try {
    return withPart(tree.read(plugin, 'utf8') ?? '', kind, name);
  } catch (error) {
    throw new Error(`${plugin} cannot take a ${wordFor[kind]}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
