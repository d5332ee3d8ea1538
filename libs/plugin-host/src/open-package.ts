import type { Plugin } from '@callstitch/plugin-api';
import { labelFault } from './label-fault.js';
import { messageOf } from './message-of.js';
import type { PackageManifest, PluginPackages } from './plugin-packages.js';

/** A package that may be asked for its parts. */
export interface OpenPackage {
  readonly manifest: PackageManifest;
  readonly plugin: Plugin;
}

const NAME = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/** Reads the label, and opens the jar only if the label is right. The text is why it stays closed. */
export async function openPackage(name: string, packages: PluginPackages): Promise<OpenPackage | string> {
  if (!NAME.test(name)) return 'is not the name of a package';
  try {
    const manifest = await packages.manifest(name);
    if (manifest === null) return 'is not installed';
    const fault = labelFault(manifest);
    if (fault !== null) return fault;
    const { plugin } = await packages.load(name);
    return isPlugin(plugin) ? { manifest, plugin } : 'does not export a `plugin` made with definePlugin()';
  } catch (error) {
    return messageOf(error);
  }
}

function isPlugin(value: unknown): value is Plugin {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, taggers, retentionPolicies } = value as Partial<Record<keyof Plugin, unknown>>;
  return kind === 'callstitch-plugin' && isNamedList(taggers) && isNamedList(retentionPolicies);
}

function isNamedList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((part: unknown) => typeof part === 'object' && part !== null && typeof (part as { name?: unknown }).name === 'string')
  );
}
