import type { Callstitch, ExportMailSettings } from '@callstitch/runtime';
import type { ServiceSettings } from '../service-settings.js';

/** As long as the reference's. */
const LINK_DAYS = 2;

/**
 * How people are told that their exports are ready. With tokens of our own the link carries one that may fetch this export and
 * nothing else; with a wazo-auth's whoever follows it brings a token.
 */
export function exportMail(
  { mail, authentication }: Pick<ServiceSettings, 'mail' | 'authentication'>,
  callstitch: () => Pick<Callstitch, 'access'>,
): ExportMailSettings | null {
  if (mail === null) return null;
  if (authentication.kind !== 'local') return { ...mail, tokenFor: null };
  return {
    ...mail,
    async tokenFor({ uuid, tenantUuid }) {
      const acl = [`call-logd.exports.${uuid}.download.read`];
      const wish = { name: `link to export ${uuid}`, acl, tenant: tenantUuid, userUuid: null, expiresInDays: LINK_DAYS };
      return (await callstitch().access.createToken(wish)).secret;
    },
  };
}
