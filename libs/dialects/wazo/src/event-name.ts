import type { Cel } from '@callstitch/domain';

/** Name of an event; user events come under their own name, or as `USER_DEFINED` with `show_user_defined = yes`. */
export function eventName({ eventType, userDefType }: Cel): string {
  return eventType === 'USER_DEFINED' && userDefType !== '' ? userDefType : eventType;
}
