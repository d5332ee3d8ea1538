import { Nested, nestedOptions } from './nested.js';

class Rule {
  tag = '';
}

class Options {
  @Nested(() => Rule) rules: Rule[] = [];
  @Nested(() => Rule, { byKey: true }) tenants = new Map<string, Rule>();
}

class MoreOptions extends Options {
  @Nested(() => Options) more?: Options;
}

test('an options object knows the classes of what is in it, and of what it inherits', () => {
  expect([...nestedOptions(new MoreOptions())].map(([key, { of, byKey }]) => [key, of(), byKey])).toEqual([
    ['rules', Rule, false],
    ['tenants', Rule, true],
    ['more', Options, false],
  ]);
  expect([...nestedOptions(new Options()).keys()]).toEqual(['rules', 'tenants']);
  expect(nestedOptions(new Rule()).size).toBe(0);
});
