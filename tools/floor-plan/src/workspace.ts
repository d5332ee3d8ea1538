import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Arrow } from './arrow-faults.ts';

export const workspaceRoot: string = join(import.meta.dirname, '../../..');

/** A project as it lies on the disk. */
export interface Project {
  /** Without the scope. */
  readonly name: string;
  /** Its folder, from the root of the workspace. */
  readonly at: string;
  readonly tags: readonly string[];
  readonly isPrivate: boolean;
  /** The rooms that its package.json names. */
  readonly dependencies: readonly string[];
  readonly sources: readonly Source[];
}

/** One TypeScript file of a project. */
export interface Source {
  /** From the root of the workspace. */
  readonly path: string;
  readonly text: string;
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly nx?: { readonly tags?: readonly string[] };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[];
}

const SCOPE = '@callstitch/';

/** Every workspace package that npm sees, sorted by folder. */
export function readProjects(): Project[] {
  const { workspaces = [] } = readJson('package.json') as Manifest;
  const manifests = workspaces.flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: workspaceRoot }));
  return [...new Set(manifests)].sort().map(readProject);
}

/** What a project needs of the other rooms, by its package.json and by its imports, specs included. */
export function arrowsOf({ name, dependencies, sources }: Project): Arrow[] {
  const imported = sources.flatMap(({ text }) => importsOf(text)).flatMap(roomOf);
  return [...new Set([...dependencies, ...imported])].map((to): Arrow => [name, to]);
}

const IMPORT = /^(?:import '([^']+)'|(?:import|export|\})\s[^'"\n]*\bfrom '([^']+)')|\bimport\('([^']+)'\)/gm;

/** The specifiers that a file imports, re-exports or loads. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(IMPORT)].map(([, bare, named, loaded]) => bare ?? named ?? loaded ?? '');
}

/** A JSON file of the workspace; the caller says what it holds. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(workspaceRoot, path), 'utf8'));
}

function readProject(manifestPath: string): Project {
  const at = dirname(manifestPath);
  const manifest = readJson(manifestPath) as Manifest;
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies };
  return {
    name: manifest.name.replace(SCOPE, ''),
    at,
    tags: manifest.nx?.tags ?? [],
    isPrivate: manifest.private ?? false,
    dependencies: Object.keys(all).flatMap(roomOf),
    sources: globSync(`${at}/src/**/*.ts`, { cwd: workspaceRoot })
      .sort()
      .map((path) => ({ path, text: readFileSync(join(workspaceRoot, path), 'utf8') })),
  };
}

function roomOf(specifier: string): string[] {
  return specifier.startsWith(SCOPE) ? [specifier.slice(SCOPE.length).split('/')[0] ?? ''] : [];
}
