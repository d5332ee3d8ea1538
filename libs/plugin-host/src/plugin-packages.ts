/** What a package.json says, as far as the host reads it. */
export interface PackageManifest {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly main?: unknown;
  readonly exports?: unknown;
  readonly callstitch?: unknown;
}

/** Where plugins come from. */
export interface PluginPackages {
  /** The label: a package's package.json, read without running any of its code; null when it is not installed. */
  manifest(name: string): Promise<PackageManifest | null>;
  /** The jar: runs the package and gives its exports. Throws an Error whose message goes on after `package › part: `. */
  load(name: string): Promise<Readonly<Record<string, unknown>>>;
}
