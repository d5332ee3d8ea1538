import { PLUGIN_API_VERSION } from '@callstitch/plugin-api';
import type { PackageManifest } from './plugin-packages.js';

/** Why a package must not be opened, by its label alone; null when it may. */
export function labelFault({ callstitch }: PackageManifest): string | null {
  const version = isRecord(callstitch) ? callstitch['apiVersion'] : undefined;
  if (version === undefined) return 'package.json has no "callstitch.apiVersion", so it is not a call-log plugin';
  if (typeof version !== 'number' || !Number.isInteger(version))
    return `package.json says "callstitch.apiVersion": ${JSON.stringify(version)}, which is not a whole number`;
  if (version !== PLUGIN_API_VERSION) return `needs plugin API ${version}, this host speaks ${PLUGIN_API_VERSION}`;
  return null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
