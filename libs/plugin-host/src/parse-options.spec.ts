import { Nested, type OptionsClass } from '@callstitch/plugin-api';
import { IsInt, IsOptional, IsPositive, IsString, ValidateNested } from 'class-validator';
import { parseOptions } from './parse-options.js';

class Rule {
  @IsString() tag!: string;
  @IsInt() @IsPositive() priority = 1;
}

class Options {
  @IsInt() days = 30;
  @IsOptional() @ValidateNested({ each: true }) @Nested(() => Rule) rules: Rule[] = [];
  @IsOptional() @ValidateNested() @Nested(() => Rule) first?: Rule;
  @IsOptional() @ValidateNested({ each: true }) @Nested(() => Rule, { byKey: true }) tenants = new Map<string, Rule>();
}

async function complaints(given: unknown, type: OptionsClass<object> = Options): Promise<readonly string[]> {
  return (await parseOptions(type, given)).complaints;
}

test('what is not given comes from the class, nested ones too', async () => {
  const { options } = await parseOptions(Options, { rules: [{ tag: 'a' }], tenants: { acme: { tag: 'b', priority: 2 } } });
  expect(options).toEqual({ days: 30, rules: [{ tag: 'a', priority: 1 }], tenants: new Map([['acme', { tag: 'b', priority: 2 }]]) });
  expect((options as Options).rules[0]).toBeInstanceOf(Rule);
});

test('a plugin cannot change its options', async () => {
  const { options } = await parseOptions(Options, { rules: [{ tag: 'a' }] });
  expect(() => ((options as Options).rules[0]!.tag = 'b')).toThrow(TypeError);
});

test('everything that is wrong is said at once, with the way to it', async () => {
  const given = {
    days: 'many',
    weeks: 3,
    rules: [{ tag: 'a' }, { tag: 7, colour: 'red' }],
    first: 'x',
    tenants: { acme: { priority: 0 } },
  };
  expect(await complaints(given)).toEqual([
    'options.weeks is not an option',
    'options.days must be an integer number',
    'options.rules[1].colour is not an option',
    'options.rules[1].tag must be a string',
    'options.first: nested property first must be either object or array',
    'options.tenants.acme.tag must be a string',
    'options.tenants.acme.priority must be a positive number',
  ]);
});

test('a key that would change the options object itself is only an unknown one', async () => {
  expect(await complaints(JSON.parse('{ "__proto__": { "days": 1 }, "constructor": 1 }'))).toEqual([
    'options.__proto__ is not an option',
    'options.constructor is not an option',
  ]);
});

test('no options are as good as an empty mapping; a list is none', async () => {
  expect(await complaints(undefined)).toEqual([]);
  expect(await complaints(null)).toEqual([]);
  expect(await complaints([1])).toEqual(['options must be a mapping of names to values']);
  expect(await complaints('days=3')).toEqual(['options must be a mapping of names to values']);
});

test('a class that throws or has no decorators is told, not thrown', async () => {
  class Thrower {
    days: never = (() => {
      throw new Error('no days left');
    })();
  }
  class Bare {
    days = 3;
  }
  expect(await complaints({}, Thrower)).toEqual(['its options class throws: no days left']);
  expect(await complaints({}, Bare)).toEqual([
    'options cannot be checked: its class has no decorators of class-validator, or lacks Nested()',
  ]);
});

test('a plugin without options refuses any', async () => {
  expect((await parseOptions(null, undefined)).options).toEqual({});
  expect((await parseOptions(null, { days: 3 })).complaints).toEqual(['takes no options']);
});
