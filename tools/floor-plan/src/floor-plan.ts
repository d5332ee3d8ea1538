/** 0 to 5 as the house is drawn; `beside` are tools: they look in, and nobody in the house looks at them. */
export type Floor = 0 | 1 | 2 | 3 | 4 | 5 | 'beside';

/** One project of the workspace. */
export interface Room {
  readonly floor: Floor;
  /** Its folder, from the root of the workspace. */
  readonly at: string;
  readonly mayImport: readonly string[];
  /** No Node types, no clock, no randomness. */
  readonly pure?: true;
  /** Leaves the house as an npm package. */
  readonly published?: true;
}

export type FloorPlan = Readonly<Record<string, Room>>;

/** What the tools beside the house may look at. */
const parts = ['application', 'correlation', 'dialect-asterisk', 'dialect-wazo', 'directory-file', 'domain', 'runtime', 'source-csv'];

/**
 * Every project, by its name without the scope. A project is added with its first code;
 * one that is not here is a fault, because Nx says nothing about projects without a tag.
 */
export const floorPlan: FloorPlan = {
  domain: { floor: 0, at: 'libs/domain', mayImport: [], pure: true, published: true },

  correlation: { floor: 1, at: 'libs/correlation', mayImport: ['domain'], pure: true },
  'dialect-asterisk': { floor: 1, at: 'libs/dialects/asterisk', mayImport: ['correlation', 'domain'], pure: true },
  'dialect-wazo': { floor: 1, at: 'libs/dialects/wazo', mayImport: ['correlation', 'domain'], pure: true },

  'plugin-api': { floor: 1, at: 'libs/plugin-api', mayImport: ['domain'], pure: true, published: true },

  application: { floor: 2, at: 'libs/application', mayImport: ['correlation', 'domain'], pure: true },
  'plugin-host': { floor: 2, at: 'libs/plugin-host', mayImport: ['domain', 'plugin-api'], published: true },
  'plugin-testing': { floor: 2, at: 'libs/plugin-testing', mayImport: ['domain', 'plugin-api', 'plugin-host'], published: true },
  // Guests: they see what a stranger's plugin sees, and its test kit.
  'tagger-userfield': { floor: 2, at: 'libs/taggers/userfield', mayImport: ['plugin-api'], published: true },
  'standard-retention': { floor: 2, at: 'libs/retention/standard', mayImport: ['plugin-api', 'plugin-testing'], published: true },
  'standard-taggers': { floor: 2, at: 'libs/taggers/standard', mayImport: ['plugin-api', 'plugin-testing'], published: true },

  config: { floor: 3, at: 'libs/config', mayImport: ['application', 'domain', 'plugin-api', 'plugin-host'] },
  // The ground of the rooms that speak AMQP.
  amqp: { floor: 3, at: 'libs/amqp', mayImport: ['domain'] },
  'source-amqp': { floor: 3, at: 'libs/sources/amqp', mayImport: ['amqp', 'application', 'domain'] },
  'source-ami': { floor: 3, at: 'libs/sources/ami', mayImport: ['application', 'domain'] },
  'source-csv': { floor: 3, at: 'libs/sources/csv', mayImport: ['application', 'domain'] },
  'directory-file': { floor: 3, at: 'libs/directories/file', mayImport: ['application', 'domain'] },
  'directory-wazo-confd': { floor: 3, at: 'libs/directories/wazo-confd', mayImport: ['application', 'domain'] },
  'auth-local': { floor: 3, at: 'libs/auth/local', mayImport: ['application', 'domain'] },
  'auth-wazo-auth': { floor: 3, at: 'libs/auth/wazo-auth', mayImport: ['application', 'domain'] },
  'embedded-postgres': { floor: 3, at: 'libs/embedded-postgres', mayImport: ['domain'] },
  'recording-files': { floor: 3, at: 'libs/recordings/files', mayImport: ['application', 'domain'] },
  'call-log-archives': { floor: 3, at: 'libs/archives/files', mayImport: ['application', 'domain'] },
  'mail-smtp': { floor: 3, at: 'libs/mail/smtp', mayImport: ['application', 'domain'] },
  'jobs-cron': { floor: 3, at: 'libs/jobs/cron', mayImport: ['application', 'domain'] },
  'jobs-pg-boss': { floor: 3, at: 'libs/jobs/pg-boss', mayImport: ['application'] },
  'publisher-amqp': { floor: 3, at: 'libs/publishers/amqp', mayImport: ['amqp', 'application', 'domain'] },
  'publisher-webhooks': { floor: 3, at: 'libs/publishers/webhooks', mayImport: ['application', 'domain'] },
  persistence: { floor: 3, at: 'libs/persistence', mayImport: ['application', 'domain'] },

  runtime: {
    floor: 4,
    at: 'libs/runtime',
    mayImport: [
      'application',
      'auth-local',
      'auth-wazo-auth',
      'call-log-archives',
      'config',
      'correlation',
      'dialect-asterisk',
      'dialect-wazo',
      'directory-file',
      'directory-wazo-confd',
      'domain',
      'embedded-postgres',
      'jobs-cron',
      'jobs-pg-boss',
      'mail-smtp',
      'persistence',
      'plugin-api',
      'plugin-host',
      'publisher-amqp',
      'publisher-webhooks',
      'recording-files',
      'source-ami',
      'source-amqp',
      'source-csv',
      'standard-retention',
      'standard-taggers',
      'tagger-userfield',
    ],
  },

  service: { floor: 5, at: 'apps/service', mayImport: ['application', 'domain', 'runtime'] },
  cli: { floor: 5, at: 'apps/cli', mayImport: ['application', 'domain', 'runtime'] },

  'floor-plan': { floor: 'beside', at: 'tools/floor-plan', mayImport: [] },
  bench: { floor: 'beside', at: 'tools/bench', mayImport: [...parts, 'cel-simulator', 'embedded-postgres', 'persistence', 'scenarios'] },
  'cel-simulator': { floor: 'beside', at: 'tools/cel-simulator', mayImport: [...parts, 'persistence', 'scenarios'] },
  trials: {
    floor: 'beside',
    at: 'tools/trials',
    mayImport: [...parts, 'bench', 'cel-simulator', 'embedded-postgres', 'persistence', 'scenarios'],
  },
  scenarios: { floor: 'beside', at: 'tools/scenarios', mayImport: parts },
  'local-registry': { floor: 'beside', at: 'tools/local-registry', mayImport: ['floor-plan'] },
  generators: { floor: 'beside', at: 'tools/generators', mayImport: [] },
  'api-reports': { floor: 'beside', at: 'tools/api-reports', mayImport: [] },
};
