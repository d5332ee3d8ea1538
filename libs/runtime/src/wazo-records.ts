import { wazoRecord } from '@callstitch/dialect-wazo';
import type { WazoRecord } from '@callstitch/dialect-wazo';
import type { Telling } from '@callstitch/domain';

/** Told calls as the records of wazo-call-logd, in the same order. */
export function wazoRecords(tellings: readonly Telling[]): readonly WazoRecord[] {
  return tellings.map(({ callLog }) => wazoRecord(callLog));
}
