import type { CallLog } from '@callstitch/domain';

/** What of the sample calls is worth a look, each as it really is among them; null when there is nothing of the kind. */
export interface Sights {
  readonly calls: number;
  /** A department that calls are tagged with. */
  readonly tag: string | null;
  /** A call with a transfer, and what came of it. */
  readonly journey: { readonly id: number; readonly about: string } | null;
  /** Somebody whom calls reached. */
  readonly user: { readonly uuid: string; readonly name: string } | null;
}

/** Finds them. */
export function sightsOf(callLogs: readonly CallLog[]): Sights {
  const transferred = callLogs
    .filter(
      ({ id, status, transfers, destination }) =>
        id !== null && status === 'answered' && transfers.length > 0 && destination.userUuid !== null,
    )
    .toSorted((one, other) => interestOf(other) - interestOf(one))[0];
  const { userUuid, name } = transferred?.destination ?? { userUuid: null, name: null };
  return {
    calls: callLogs.length,
    tag: mostUsedTag(callLogs),
    journey: transferred === undefined ? null : { id: transferred.id as number, about: aboutTransfer(transferred) },
    user: userUuid === null ? null : { uuid: userUuid, name: name ?? '' },
  };
}

/** A customer's call counts most, then one that more happened to. */
function interestOf({ direction, source, journey, transfers }: CallLog): number {
  return (direction === 'inbound' ? 1_000 : 0) + (source.name === '' ? 0 : 500) + 10 * transfers.length + journey.length;
}

function aboutTransfer({ source, transfers, destination }: CallLog): string {
  const by = transfers.map(({ kind }) => kind).join(' and ');
  return `${source.name === '' ? source.number : source.name}, by ${by} transfer to ${destination.name ?? destination.number ?? ''}`;
}

function mostUsedTag(callLogs: readonly CallLog[]): string | null {
  const uses = new Map<string, number>();
  for (const { tags } of callLogs) for (const { tag } of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  return [...uses].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}
