import { Dice } from '../dice.js';
import { personName } from './names.js';

export type DialectName = 'asterisk' | 'wazo';

export interface Trunk {
  /** A channel's name without its number. */
  readonly endpoint: string;
  readonly context: string;
  readonly accountCode: string;
}

export interface Tenant {
  readonly name: string;
  readonly uuid: string;
  readonly context: string;
  readonly accountCode: string;
  readonly trunk: Trunk;
  /** Its dialplan dials users from a subroutine, so that callers show `s` as their extension meanwhile. */
  readonly isGosub: boolean;
}

export interface User {
  readonly number: string;
  readonly name: string;
  /** A channel's name without its number, e.g. `PJSIP/10001`. */
  readonly endpoint: string;
  readonly uuid: string;
  readonly tenant: Tenant;
}

/** Ten phones and the groups, queues and rooms that they share. */
export interface Department {
  readonly slot: number;
  readonly tenant: Tenant;
  readonly users: readonly User[];
}

const FIRST_SLOT = 100;
const DEPARTMENTS = 200;
const PHONES = 10;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function randomName(dice: Dice): string {
  return Array.from({ length: 8 }, () => LETTERS[dice.whole(0, LETTERS.length - 1)]).join('');
}

function tenantsOf(dialect: DialectName, dice: Dice): readonly Tenant[] {
  return ['acme', 'globex'].map((name, index) => {
    const uuid = dice.uuid();
    if (dialect === 'wazo') {
      const context = `ctx-tenant${index + 1}`;
      const trunk = { endpoint: `PJSIP/${randomName(dice)}`, context: `${context}-from-extern`, accountCode: '' };
      return { name, uuid, context: `${context}-internal`, accountCode: '', trunk, isGosub: false };
    }
    const trunk = { endpoint: 'PJSIP/carrier', context: 'from-carrier', accountCode: 'carrier' };
    return { name, uuid, context: `${name}-internal`, accountCode: name, trunk, isGosub: name === 'globex' };
  });
}

/** 2,000 users in 200 departments of two tenants: phones 10001 … 19910 of the one and 20001 … 29910 of the other. */
export function directoryOf(dialect: DialectName, seed: number): readonly Department[] {
  const dice = new Dice(seed, -1);
  const tenants = tenantsOf(dialect, dice);
  return Array.from({ length: DEPARTMENTS }, (_, index) => {
    const slot = FIRST_SLOT + index;
    const tenant = tenants[slot < 200 ? 0 : 1] as Tenant;
    const users = Array.from({ length: PHONES }, (_phone, phone) => {
      const number = `${slot}${String(phone + 1).padStart(2, '0')}`;
      const endpoint = `PJSIP/${dialect === 'wazo' ? randomName(dice) : number}`;
      return { number, name: personName(dice), endpoint, uuid: dice.uuid(), tenant };
    });
    return { slot, tenant, users };
  });
}

/** Departments by how their dialplan dials users. */
export interface Departments {
  readonly all: readonly Department[];
  readonly inline: readonly Department[];
  /** All of them, where nobody is dialled from a subroutine. */
  readonly gosub: readonly Department[];
}

export function byDialplan(all: readonly Department[]): Departments {
  const gosub = all.filter(({ tenant }) => tenant.isGosub);
  return { all, inline: all.filter(({ tenant }) => !tenant.isGosub), gosub: gosub.length === 0 ? all : gosub };
}

/** The number of a shared service: `40` and slot 123 is queue 40123. */
export function serviceNumber(service: string, { slot }: Department): string {
  return `${service}${slot}`;
}
