import type { Plugin } from '@callstitch/plugin-api';
import { installedPackages } from './installed-packages.js';
import { messageOf } from './message-of.js';
import { openPackage } from './open-package.js';
import { partFault, word, type PartKind } from './part-fault.js';
import type { PluginPackages } from './plugin-packages.js';

/** A tagger or retention policy that a package offers. */
export interface OfferedPart {
  readonly kind: PartKind;
  readonly name: string;
  readonly takesOptions: boolean;
}

/** A package as the host sees it. */
export interface PackageDescription {
  /** null when not even the name can be read. */
  readonly package: string | null;
  readonly version: string;
  readonly offers: readonly OfferedPart[];
  /** What is wrong with it; empty when the host would take it. */
  readonly complaints: readonly string[];
}

/** What an author's folder looks like to the host: its own loader on the package that the folder is. */
export async function describeFolder(folder: string): Promise<PackageDescription> {
  const packages = installedPackages(folder);
  try {
    const manifest = await packages.manifestOfSite();
    if (manifest === null) return fault(null, `${folder} has no package.json`);
    if (typeof manifest.name !== 'string') return fault(null, `${folder}: its package.json has no name`);
    return await describePackage(manifest.name, packages);
  } catch (error) {
    return fault(null, `${folder}: ${messageOf(error)}`);
  }
}

/** What a package offers, found as the site finds it. */
export async function describePackage(name: string, packages: PluginPackages): Promise<PackageDescription> {
  const opened = await openPackage(name, packages);
  if (typeof opened === 'string') return fault(name, opened);
  const { manifest, plugin } = opened;
  const offers = offersOf(plugin);
  const complaints = offers.flatMap(({ kind, name: part }) => faultsOf(plugin, kind, part).map((sentence) => `${part}: ${sentence}`));
  if (offers.length === 0) complaints.push('its `plugin` offers no tagger and no retention policy');
  return {
    package: name,
    version: typeof manifest.version === 'string' ? manifest.version : '',
    offers,
    complaints: [...new Set(complaints)],
  };
}

function fault(name: string | null, complaint: string): PackageDescription {
  return { package: name, version: '', offers: [], complaints: [complaint] };
}

function offersOf({ taggers, retentionPolicies }: Plugin): OfferedPart[] {
  return [
    ...taggers.map(({ name, options }) => ({ kind: 'tagger' as const, name, takesOptions: options !== null })),
    ...retentionPolicies.map(({ name, options }) => ({ kind: 'retention-policy' as const, name, takesOptions: options !== null })),
  ];
}

function faultsOf(plugin: Plugin, kind: OfferedPart['kind'], name: string): string[] {
  const namesakes = (kind === 'tagger' ? plugin.taggers : plugin.retentionPolicies).filter((part) => part.name === name);
  const own = namesakes.map((part) => partFault(kind, part)).filter((sentence) => sentence !== null);
  return namesakes.length > 1 ? [...own, `there are ${namesakes.length} ${word(kind, namesakes.length)} of that name`] : own;
}
