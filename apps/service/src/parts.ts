import type { Authentication, CallLogSearch, ChangeFeed, LiveState } from '@callstitch/application';
import type { AnnouncingHandle, Callstitch } from '@callstitch/runtime';
import type { ServiceConfig } from './config/service-config.js';
import type { BusStanding } from './status/bus-status.js';

/** By these names Nest hands out what the runtime lends. */
export const CALLSTITCH = Symbol('Callstitch');
export const AUTHENTICATION = Symbol('Authentication');
export const SEARCH = Symbol('CallLogSearch');
export const CHANGES = Symbol('ChangeFeed');
export const CONFIG = Symbol('ServiceConfig');
export const MASTER_TENANT = Symbol('MasterTenant');
export const WORKS = Symbol('Works');
export const LIVE = Symbol('Live');
export const BUS = Symbol('Bus');
export const SERVICE_TOKEN = Symbol('ServiceToken');
export const ANNOUNCING = Symbol('AnnouncingHandle');
export const STREAM_BEAT_SECONDS = Symbol('StreamBeatSeconds');

/** What the routes need. */
export interface ServiceParts {
  readonly callstitch: Callstitch;
  readonly authentication: Authentication;
  readonly search: CallLogSearch;
  readonly changes: ChangeFeed;
  readonly config: ServiceConfig;
  /** How live generation stands; null where it does not run. */
  readonly live: () => LiveState | null;
  /** How the bus stands; absent or null when the settings name none. */
  readonly bus?: () => BusStanding | null;
  /** Whether the service has the token that it needs; absent when it needs none. */
  readonly serviceToken?: () => Promise<boolean>;
  /** Whether exports are made in this process. */
  readonly works: () => boolean;
  /** Announcing in this process; absent when nobody is to be told. */
  readonly announcing?: AnnouncingHandle | null;
  /** How often a stream says that it is still there; 15 unless named. */
  readonly streamBeatSeconds?: number;
  /** null while it is not known. */
  readonly masterTenant: () => Promise<string | null>;
}
