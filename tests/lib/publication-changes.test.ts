import { describe, expect, it } from 'vitest';
import { type Change, gatheredChanges } from '@/lib/publication';

const change = (kind: Change['kind'], at: string, path = '/cases/a'): Change => ({
  ...{ urn: `${kind} ${at} ${path}`, at, kind, path, summary: '', title: `${kind} at ${at}` },
});

describe('changes for a list that people read', () => {
  it('tell what changed again and again on one day once, by the last of it', () => {
    const changes = [
      change('changed', '2031-05-04T12:00:00.000Z'),
      change('reported', '2031-05-04T11:00:00.000Z', '/claims/x'),
      change('changed', '2031-05-04T11:00:00.000Z'),
      change('changed', '2031-05-04T10:00:00.000Z', '/cases/b'),
      change('changed', '2031-05-04T09:00:00.000Z'),
      change('opened', '2031-05-04T08:00:00.000Z'),
    ];
    expect(gatheredChanges(changes).map(({ kind, at, times }) => [kind, at.slice(11, 13), times])).toEqual([
      ['changed', '12', 3],
      ['reported', '11', 1],
      ['changed', '10', 1],
      ['opened', '08', 1],
    ]);
  });

  it('tell what was opened again and again for one reason once a day, and each other reason', () => {
    const changes = [
      { ...change('reopened', '2031-05-04T12:00:00.000Z'), reason: 'A list was found.' },
      { ...change('reopened', '2031-05-04T11:00:00.000Z'), reason: 'A list was found.' },
      { ...change('reopened', '2031-05-04T10:00:00.000Z'), reason: 'The log was wrong.' },
      { ...change('reopened', '2031-05-03T10:00:00.000Z'), reason: 'The log was wrong.' },
    ];
    expect(gatheredChanges(changes).map(({ at, reason, times }) => [at.slice(8, 13), reason, times])).toEqual([
      ['04T12', 'A list was found.', 2],
      ['04T10', 'The log was wrong.', 1],
      ['03T10', 'The log was wrong.', 1],
    ]);
  });

  it('keep what happened on two days, or with something else about the case in between', () => {
    const changes = [
      change('changed', '2031-05-05T12:00:00.000Z'),
      change('changed', '2031-05-04T12:00:00.000Z'),
      change('reopened', '2031-05-04T11:00:00.000Z'),
      change('changed', '2031-05-04T10:00:00.000Z'),
    ];
    expect(gatheredChanges(changes).map(({ times }) => times)).toEqual([1, 1, 1, 1]);
  });
});
