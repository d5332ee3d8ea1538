import { parseArgs } from 'node:util';
import type { TrialName, TrialOptions } from '../trial.js';

export const TRIALS: readonly TrialName[] = ['node', 'postgres', 'broker', 'webhook'];

export const DEFAULTS = { nodes: '1,3', rate: '10', seconds: '30', away: '2', brokerAway: '60' } as const;

/** One trial that is asked for. */
export interface Asked {
  readonly trial: TrialName;
  readonly options: TrialOptions;
}

export type Settings =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string }
  | { readonly kind: 'run'; readonly json: boolean; readonly asked: readonly Asked[] };

const OPTIONS = {
  trial: { type: 'string', multiple: true },
  nodes: { type: 'string' },
  rate: { type: 'string' },
  seconds: { type: 'string' },
  away: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the arguments; what is not named is tried in all ways. */
export function readSettings(args: readonly string[]): Settings {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help === true) return { kind: 'help' };
    const trials = (values.trial ?? TRIALS).map(trialOf);
    const nodes = (values.nodes ?? DEFAULTS.nodes).split(',').map((text) => positive('--nodes', text));
    const callsPerSecond = positive('--rate', values.rate ?? DEFAULTS.rate);
    const seconds = positive('--seconds', values.seconds ?? DEFAULTS.seconds);
    const away = (trial: TrialName): number =>
      positive('--away', values.away ?? (trial === 'broker' ? DEFAULTS.brokerAway : DEFAULTS.away));
    const asked = trials.flatMap((trial) =>
      nodes.map((count) => ({ trial, options: { nodes: count, callsPerSecond, seconds, awaySeconds: away(trial) } })),
    );
    return { kind: 'run', json: values.json === true, asked };
  } catch (error) {
    return { kind: 'wrong', sentence: (error as Error).message };
  }
}

function trialOf(name: string): TrialName {
  const trial = TRIALS.find((known) => known === name);
  if (trial === undefined) throw new Error(`--trial is one of ${TRIALS.join(', ')}, not "${name}"`);
  return trial;
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${option} is a whole number from 1 on, not "${text}"`);
  return value;
}
