import { expect, it } from 'vitest';
import { MOST_READINGS, readingsFrom } from '@/app/(desk)/_parts/reading-window';

const readings = (judged: number, waiting: number) => [
  ...Array.from({ length: judged }, () => ({ status: 'accepted' })),
  ...Array.from({ length: waiting }, () => ({ status: 'read' })),
];

it('of a long list of readings one page shows those around the first that waits, or around the one that was asked for', () => {
  expect(MOST_READINGS).toBe(500);
  expect(readingsFrom(null, [])).toBe(0);
  expect(readingsFrom(null, readings(3, 400))).toBe(0);
  expect(readingsFrom(null, readings(700, 700))).toBe(500);
  expect(readingsFrom(null, readings(1400, 0))).toBe(0);
  expect(readingsFrom('1', readings(700, 700))).toBe(0);
  expect(readingsFrom('1001', readings(700, 700))).toBe(1000);
});

it.each(['0', '-1', '1e9', '999999', 'x', '', '501.5'])('whatever the address asks for, here “%s”, there is such a stretch', (asked) => {
  for (const all of [readings(0, 0), readings(1, 0), readings(700, 700)]) {
    const from = readingsFrom(asked, all);
    expect(from % MOST_READINGS).toBe(0);
    expect(from).toBeLessThan(Math.max(1, all.length));
  }
});
