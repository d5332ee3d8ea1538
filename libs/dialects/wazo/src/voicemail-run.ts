import type { Cel } from '@callstitch/domain';
import type { Draft } from './draft.js';

/** `VoiceMail()` took the call: its first mailbox, number and context, is remembered. `VoiceMailMain()` is not that. */
export function noteVoicemail(draft: Draft, cel: Cel): void {
  if (cel.appName.toLowerCase() !== 'voicemail') return;
  const [first = ''] = (cel.appData.split(',')[0] ?? '').split('&');
  const at = first.indexOf('@');
  const number = at < 0 ? first : first.slice(0, at);
  const context = at < 0 ? '' : first.slice(at + 1);
  draft.find('reachedVoicemail', true, cel);
  draft.mailbox = { number: number === '' ? null : number, context: context === '' ? null : context };
}
