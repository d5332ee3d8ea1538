import type { RecordingExport } from '@callstitch/application';
import type { TemplateValues } from './fill-template.js';

/**
 * Where an export is downloaded, below the public URL of the service: never below what a request called it, which anybody can
 * make up. The brackets of an IPv6 address stay. Without a token whoever follows the link shows one.
 */
export function exportLink(publicUrl: URL, { uuid, tenantUuid }: RecordingExport, token: string | null): TemplateValues {
  const prefix = publicUrl.pathname.replace(/\/+$/, '');
  const link = new URL(publicUrl.href);
  link.pathname = `${prefix}/1.0/exports/${uuid}/download`;
  link.search = new URLSearchParams({ tenant: tenantUuid, ...(token === null ? {} : { token }) }).toString();
  link.hash = '';
  return {
    link: link.href,
    hostname: publicUrl.hostname,
    port: publicUrl.port,
    prefix,
    export_uuid: uuid,
    tenant_uuid: tenantUuid,
    token: token ?? '',
  };
}
