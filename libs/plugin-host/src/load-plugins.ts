import { CallstitchError } from '@callstitch/domain';
import type { RetentionPolicy, Tagger } from '@callstitch/plugin-api';
import { openPackage, type OpenPackage } from './open-package.js';
import { parseOptions } from './parse-options.js';
import { partFault, word, type Part, type PartKind } from './part-fault.js';
import type { PluginPackages } from './plugin-packages.js';

/** A tagger that an operator chose. */
export interface TaggerChoice {
  readonly package: string;
  readonly tagger: string;
  readonly options?: unknown;
}

/** A retention policy that an operator chose. */
export interface RetentionPolicyChoice {
  readonly package: string;
  readonly policy: string;
  readonly options?: unknown;
}

export interface PluginChoices {
  readonly taggers?: readonly TaggerChoice[];
  readonly retentionPolicies?: readonly RetentionPolicyChoice[];
}

interface Loaded {
  readonly package: string;
  /** The package's version as its label says it; empty when it says none. */
  readonly version: string;
  readonly name: string;
  /** Parsed and frozen. */
  readonly options: object;
}

/** A tagger that may run. */
export interface LoadedTagger extends Loaded {
  readonly tagger: Tagger;
}

/** A retention policy that may be asked. */
export interface LoadedPolicy extends Loaded {
  readonly policy: RetentionPolicy;
}

export interface LoadedPlugins {
  readonly taggers: readonly LoadedTagger[];
  readonly retentionPolicies: readonly LoadedPolicy[];
}

interface Choice {
  readonly package: string;
  readonly name: string;
  readonly options?: unknown;
}

/**
 * Loads what the operator chose, each label before its jar. Anything wrong with any of them is a PLUGINS_REJECTED that names it all:
 * a call-log service without its legal hold is worse than none.
 */
export async function loadPlugins(choices: PluginChoices, packages: PluginPackages): Promise<LoadedPlugins> {
  const opened = new Map<string, Promise<OpenPackage | string>>();
  const open = (name: string) => opened.get(name) ?? opened.set(name, openPackage(name, packages)).get(name)!;
  const complaints: string[] = [];

  async function load<P extends Part>(kind: PartKind, chosen: readonly Choice[], partsOf: (open: OpenPackage) => readonly P[]) {
    const loaded: (Loaded & { readonly part: P })[] = [];
    for (const choice of chosen) {
      const complain = (complaint: string) => complaints.push(`${choice.package} › ${choice.name}: ${complaint}`);
      const opening = await open(choice.package);
      if (typeof opening === 'string') {
        complain(opening);
        continue;
      }
      const part = pick(kind, choice.name, partsOf(opening));
      if (typeof part === 'string') {
        complain(part);
        continue;
      }
      const namesake = loaded.find((other) => other.name === choice.name && other.package !== choice.package);
      if (namesake) complain(`has the same name as the ${word(kind)} of ${namesake.package}, so nobody could tell whose is whose`);
      const parsed = await parseOptions(part.options as Tagger['options'], choice.options);
      parsed.complaints.forEach(complain);
      const { version } = opening.manifest;
      const facts = { package: choice.package, version: typeof version === 'string' ? version : '', name: choice.name };
      if (parsed.options !== null) loaded.push({ ...facts, options: parsed.options, part });
    }
    return loaded;
  }

  const named = (choices.taggers ?? []).map(({ tagger, ...choice }) => ({ ...choice, name: tagger }));
  const taggers = await load('tagger', named, ({ plugin }) => plugin.taggers);
  const namedPolicies = (choices.retentionPolicies ?? []).map(({ policy, ...choice }) => ({ ...choice, name: policy }));
  const policies = await load('retention-policy', namedPolicies, ({ plugin }) => plugin.retentionPolicies);

  if (complaints.length > 0) {
    const all = [...new Set(complaints)].map((complaint) => `- ${complaint}`);
    throw new CallstitchError('PLUGINS_REJECTED', ['Cannot start with these plugins:', ...all].join('\n'));
  }
  return {
    taggers: taggers.map(({ part, ...facts }) => ({ ...facts, tagger: part })),
    retentionPolicies: policies.map(({ part, ...facts }) => ({ ...facts, policy: part })),
  };
}

/** The part that was asked for; the text is why there is none. */
function pick<P extends Part>(kind: PartKind, name: string, parts: readonly P[]): P | string {
  const [part, ...more] = parts.filter((one) => one.name === name);
  if (!part) return `has no ${word(kind)} of that name; it offers: ${parts.map((one) => one.name).join(', ') || 'none'}`;
  if (more.length > 0) return `has ${more.length + 1} ${word(kind, more.length + 1)} of that name`;
  return partFault(kind, part) ?? part;
}
