import { CallstitchError } from '@callstitch/domain';

/** What a template may name, as wazo-call-logd's do, and `link` for the whole of it. */
export interface TemplateValues {
  readonly link: string;
  readonly hostname: string;
  readonly port: string;
  readonly prefix: string;
  readonly export_uuid: string;
  readonly tenant_uuid: string;
  readonly token: string;
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

const NAMES: readonly (keyof TemplateValues)[] = ['link', 'hostname', 'port', 'prefix', 'export_uuid', 'tenant_uuid', 'token'];

/** Used where no template is named. */
export const DEFAULT_TEMPLATE = `Hello,

the recordings that you asked for are ready:

{{ link }}
`;

/** Rejects a template that names what is not there: nobody should find that out from a letter with a hole in it. */
export function checkTemplate(template: string): void {
  for (const [whole, name] of template.matchAll(PLACEHOLDER)) {
    if (NAMES.some((known) => known === name)) continue;
    throw new CallstitchError('CONFIG_INVALID', `The template of the e-mail names "${whole}"; use ${NAMES.join(', ')}.`);
  }
}

/** The text of a letter. */
export function fillTemplate(template: string, values: TemplateValues): string {
  return template.replace(PLACEHOLDER, (_whole, name: keyof TemplateValues) => values[name]);
}
