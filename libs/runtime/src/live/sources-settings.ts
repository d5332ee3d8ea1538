/** Where CELs come from, or what tells of them, beside the table `cel` itself. */
export interface SourcesSettings {
  /** CSV files that Asterisk appends to; their rows go into our own table. */
  readonly follow: readonly string[];
  /** Names of the columns of files without a header; null for those of Asterisk's sample configuration. */
  readonly columns: readonly string[] | null;
  /** IANA name of Asterisk's zone, for times that name none. */
  readonly timezone: string;
  /** Wazo's bus, which tells of rows that are in the table; null for none. */
  readonly amqp: AmqpSourceSettings | null;
  /** A manager interface whose events go into our own table; null for none. */
  readonly ami: AmiSourceSettings | null;
}

export interface AmqpSourceSettings {
  /** `amqp://user:password@host:5672/vhost`; never shown. Null when nobody has said it. */
  readonly url: string | null;
  readonly exchange: string;
  readonly queue: string;
}

export interface AmiSourceSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
  /** A file in PEM; null for who the system trusts. */
  readonly authority: string | null;
  readonly username: string;
  /** Never shown. Null when nobody has said it. */
  readonly secret: string | null;
}

export const NO_SOURCES: SourcesSettings = { follow: [], columns: null, timezone: 'UTC', amqp: null, ami: null };
