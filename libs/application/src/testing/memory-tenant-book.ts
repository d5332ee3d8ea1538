import { momentOf } from './a-call.js';
import type { StoredTenant, TenantBook, TenantForgotten, TenantLeft } from '../tenants/tenant-book.js';
import type { MemoryAccessBook } from './memory-access-book.js';
import type { MemoryCallLogBook } from './memory-call-log-book.js';
import type { MemoryExportBook } from './memory-export-book.js';
import type { MemoryTenantRetentions } from './memory-tenant-retentions.js';
import type { MemoryTranscriptionBook } from './memory-transcription-book.js';

export interface MemoryTenantParts {
  readonly access: MemoryAccessBook;
  readonly callLogs: MemoryCallLogBook;
  readonly exports: MemoryExportBook;
  readonly retentions: MemoryTenantRetentions;
  readonly transcriptions: MemoryTranscriptionBook;
  /** Whose calls without a tenant are. */
  readonly defaultTenantUuid: string;
}

/** What other books in memory keep by tenant. */
export class MemoryTenantBook implements TenantBook {
  constructor(private readonly parts: MemoryTenantParts) {}

  async stored(): Promise<readonly StoredTenant[]> {
    const { access, callLogs, retentions, transcriptions, defaultTenantUuid } = this.parts;
    const made = await access.tenants();
    const named = [
      ...made.map(({ uuid }) => uuid),
      ...(await callLogs.all()).map(({ tenantUuid }) => tenantUuid ?? defaultTenantUuid),
      ...(await retentions.list()).map(({ tenantUuid }) => tenantUuid),
      ...transcriptions.tenants,
    ];
    return [...new Set(named)].sort().map((tenantUuid) => {
      const own = made.find(({ uuid }) => uuid === tenantUuid);
      return { tenantUuid, name: own?.name ?? null, isMaster: tenantUuid === defaultTenantUuid || own?.parentUuid === null };
    });
  }

  async left(tenantUuid: string): Promise<TenantLeft> {
    const ofTenant = (await this.parts.callLogs.all()).filter((call) => call.tenantUuid === tenantUuid);
    const exports = await this.parts.exports.countExpired({ before: null, beforeOfTenants: { [tenantUuid]: EVER } });
    return { callLogs: ofTenant.length, exports: exports.get(tenantUuid) ?? 0 };
  }

  async forget(tenantUuid: string): Promise<TenantForgotten> {
    await this.parts.retentions.replace({ tenantUuid, callLogDays: null, recordingDays: null, exportDays: null });
    return { transcriptions: this.parts.transcriptions.removeOf(tenantUuid), tokens: this.parts.access.dropTenant(tenantUuid) };
  }
}

const EVER = momentOf(7_000_000_000);
