/** What the host lends a plugin while it prepares. */
export interface PluginHost {
  readonly log: {
    /** An event's name and what there is to say about it; never a person's number or name. */
    info(event: string, fields?: Readonly<Record<string, unknown>>): void;
    warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  };
}
