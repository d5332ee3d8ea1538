/** What a recorded case asserts of a value: an equal value, or a small language of conditions. */
export type Condition = unknown;

type Matcher = (value: unknown, condition: never) => boolean;

const MATCHERS: Readonly<Record<string, Matcher>> = {
  properties: hasAll,
  entries: hasAll,
  property: hasAll,
  in_any_order: (value, conditions: readonly Condition[]) => {
    const left = [...asList(value)];
    for (const condition of conditions) {
      const place = left.findIndex((item) => matches(item, condition));
      if (place < 0) return false;
      left.splice(place, 1);
    }
    return left.length === 0;
  },
  in_order: (value, conditions: readonly Condition[]) => {
    const items = asList(value);
    return items.length === conditions.length && conditions.every((condition, place) => matches(items[place], condition));
  },
  not: (value, condition: Condition) => !matches(value, condition),
  any_of: (value, conditions: readonly Condition[]) => conditions.some((condition) => matches(value, condition)),
  all_of: (value, conditions: readonly Condition[]) => conditions.every((condition) => matches(value, condition)),
  has_item: (value, condition: Condition) => asList(value).some((item) => matches(item, condition)),
  has_key: (value, key: string) => typeof value === 'object' && value !== null && key in value,
  length: (value, length: number) => asList(value).length === length,
  empty: (value, empty: boolean) => (asList(value).length === 0) === empty,
  text: isWithin,
};

/** Whether a value is as a recorded case says. */
export function matches(value: unknown, condition: Condition): boolean {
  if (typeof condition !== 'object' || condition === null) return Object.is(value, condition);
  if (Array.isArray(condition)) return JSON.stringify(value) === JSON.stringify(condition);
  const known = Object.entries(condition);
  if (known.length === 0 || known.some(([name]) => !(name in MATCHERS))) throw new Error(`unknown condition ${JSON.stringify(condition)}`);
  return known.every(([name, argument]) => (MATCHERS[name] as Matcher)(value, argument as never));
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function hasAll(value: unknown, conditions: Readonly<Record<string, Condition>>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(conditions).every(([key, condition]) => matches((value as Record<string, unknown>)[key], condition));
}

/** "a datetime value within <0:00:01> of <2023-09-06 18:07:28+00:00>" */
function isWithin(value: unknown, text: string): boolean {
  const [, hours = '', minutes = '', seconds = '', time = ''] = /within <(\d+):(\d+):(\d+)> of <(.*)>/.exec(text) ?? [];
  const distance = Math.abs(Date.parse(String(value)) - Date.parse(time.replace(' ', 'T')));
  return distance <= 1_000 * (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds));
}
