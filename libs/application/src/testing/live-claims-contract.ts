import type { Linkedid } from '@callstitch/domain';
import type { LiveClaims } from '../live/live-claims.js';
import type { Runner } from './generation-contract.js';

/** Two nodes that see each other's claims. */
export interface ClaimingNodes {
  readonly one: LiveClaims;
  readonly other: LiveClaims;
}

const names = (...all: readonly string[]): readonly Linkedid[] => all as readonly Linkedid[];

/** What claims promise: the fake and the real ones run the same sentences. `nodes` are fresh for each. */
export function liveClaimsContract(nodes: () => Promise<ClaimingNodes>, { test, expect }: Runner): void {
  test('what one node has claimed, another does not get until it is released', async () => {
    const { one, other } = await nodes();
    const first = await one.claim('default', names('a', 'b'));
    const second = await other.claim('default', names('b', 'c'));
    expect([[...first.linkedids].sort(), [...second.linkedids]]).toEqual([['a', 'b'], ['c']]);
    await first.release();
    await second.release();
    const again = await other.claim('default', names('a', 'b', 'c'));
    expect([...again.linkedids].sort()).toEqual(['a', 'b', 'c']);
    await again.release();
  });

  test('the same linkedid of another source is another one', async () => {
    const { one, other } = await nodes();
    const first = await one.claim('default', names('a'));
    const second = await other.claim('branch', names('a'));
    expect([...second.linkedids]).toEqual(['a']);
    await Promise.all([first.release(), second.release()]);
  });

  test('a name with quotes, commas and backslashes is a name', async () => {
    const { one } = await nodes();
    const odd = names('a"b', "c'd", 'e,f', 'g\\h', '{}');
    const claim = await one.claim('default', odd);
    expect([...claim.linkedids].sort()).toEqual([...odd].sort());
    await claim.release();
  });
}
