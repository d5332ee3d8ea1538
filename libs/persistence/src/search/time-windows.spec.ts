import { instant } from '@callstitch/domain';
import { timeWindows } from './time-windows.js';

const months = (count: number) => Array.from({ length: count }, (_none, month) => instant((month + 1) * 10));
const shown = (...asked: Parameters<typeof timeWindows>) => timeWindows(...asked).map(({ from, until }) => [from, until]);
const ALL = { from: null, until: null };

test('few months come first, then more and more, and both ends are open', () => {
  expect(shown(months(8), ALL, true)).toEqual([
    [80, null],
    [70, 80],
    [50, 70],
    [20, 50],
    [null, 20],
  ]);
  expect(shown(months(4), ALL, false)).toEqual([
    [null, 20],
    [20, 30],
    [30, 40],
    [40, null],
  ]);
});

test('a part of time is kept to, and begins small too', () => {
  expect(shown(months(8), { from: instant(25), until: instant(45) }, true)).toEqual([
    [40, 45],
    [30, 40],
    [25, 30],
  ]);
  expect(shown(months(8), { from: instant(30), until: instant(40) }, true)).toEqual([[30, 40]]);
});

test('without months there is one window', () => {
  expect(shown([], ALL, true)).toEqual([[null, null]]);
  expect(shown(months(3), { from: instant(90), until: null }, false)).toEqual([[90, null]]);
});

test.each([true, false])('windows meet and leave nothing out, descending %s', (descending) => {
  for (let count = 0; count < 40; count++) {
    const windows = timeWindows(months(count), { from: instant(5), until: instant(1_000) }, descending);
    const inTime = descending ? windows.toReversed() : windows;
    expect([inTime[0]?.from, inTime.at(-1)?.until]).toEqual([5, 1_000]);
    for (const [index, { from }] of inTime.slice(1).entries()) expect(from).toBe(inTime[index]?.until);
  }
});
