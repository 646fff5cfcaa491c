import { describe, expect, it } from 'vitest';
import { VERDICTS } from '@/lib/adjudication';
import {
  AS_DELIVERED,
  COMMANDS,
  type Command,
  chordOf,
  holdsAt,
  keyFaults,
  keysOf,
  keysToKeep,
  keyWords,
  match,
  PLACES,
  type Pressed,
  placeOf,
  readKeys,
} from '@/lib/keys';

const press = (key: string, held: Partial<Pressed> = {}): string | null =>
  chordOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
const all: readonly Command[] = COMMANDS;

describe('a press', () => {
  it('is told by the sign it makes, wherever that stands on the keyboard', () => {
    expect([press('j'), press('?', { shiftKey: true }), press('?'), press('/'), press('-')]).toEqual(['j', '?', '?', '/', '-']);
    expect([press('J', { shiftKey: true }), press('J'), press('j', { shiftKey: true })]).toEqual(['J', 'j', 'J']);
    expect([press('k', { ctrlKey: true }), press('K', { metaKey: true }), press('Enter', { metaKey: true })]).toEqual([
      ...['Mod+k', 'Mod+k', 'Mod+Enter'],
    ]);
  });

  it('with Alt, a dead key, or shift beside a key with a name is nobody’s', () => {
    const none = [
      press('j', { altKey: true }),
      press('Dead'),
      press('Tab'),
      press(' '),
      press('Shift'),
      press('Enter', { shiftKey: true }),
    ];
    expect(none).toEqual(Array(6).fill(null));
  });
});

describe('keys in words', () => {
  it('are read again as they were printed, on a Mac and elsewhere', () => {
    for (const key of [...all.flatMap(({ keys }) => keys), 'J', 'g Q', 'Mod+Enter', 'ArrowUp'])
      for (const mac of [true, false]) expect(readKeys(keyWords(key, mac)), keyWords(key, mac)).toEqual([key]);
  });

  it('may be several, and what nobody can press is none', () => {
    expect(readKeys('j, Ctrl J, ctrl+j')).toEqual(['j', 'Mod+j']);
    expect([readKeys(''), readKeys('  ')]).toEqual([[], []]);
    expect(['Tab', 'jj', 'a b c', 'ctrl', 'Ctrl a b', 'shift+a'].map(readKeys)).toEqual(Array(6).fill(null));
  });
});

describe('the list of commands', () => {
  it('has one line for each id, words of its own, and keys that can be pressed', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ words }) => words)).size).toBe(all.length);
    for (const { id, words, keys } of all) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*(-\d)?$/);
      expect(words).toMatch(/^[A-Z].*[^.]$/);
      expect(readKeys(keys.join(', '))).toEqual([...keys]);
    }
  });

  it('gives no key twice on one page, as delivered', () => {
    expect(keyFaults(AS_DELIVERED)).toEqual([]);
  });

  it('has a verdict for each number, in the order of the record', () => {
    const verdicts = all.filter(({ id }) => id.startsWith('verdict-'));
    expect(verdicts.map(({ keys, words }) => [keys, words])).toEqual(
      VERDICTS.map((verdict, at) => [[String(at + 1)], `Verdict: ${verdict.replace('-', ' ')}`]),
    );
  });

  it('knows which kind of page stands where', () => {
    const paths = ['/review?split=suggestions&page=2', '/review', '/review/cases/x?split=mine', '/review/articles/x', '/review/claims/x'];
    expect([...paths, '/admin/log'].map(placeOf)).toEqual(['pairs', 'list', 'case', 'reading', 'pairs', 'other']);
    for (const place of PLACES) {
      const [reader, reviewer, admin] = ['reader', 'reviewer', 'admin'].map((role) => holdsAt(place, role).map(({ id }) => id));
      expect(admin!.filter((id) => !reviewer!.includes(id))).toEqual([
        'go-people',
        'go-work',
        'go-jobs',
        'go-api-keys',
        'go-webhooks',
        'go-desk',
      ]);
      expect(reviewer!.filter((id) => !reader!.includes(id))).toEqual(['go-add']);
      expect(holdsAt(place, 'editor').map(({ id }) => id)).toEqual(reviewer);
    }
  });
});

describe('what was pressed so far', () => {
  const map = holdsAt('case', 'reviewer').map((command) => ({ id: command.id, keys: keysOf(command, AS_DELIVERED) }));
  it('is a command, the beginning of one, or nothing', () => {
    expect([match(map, ['g']), match(map, ['g', 'q']), match(map, ['g', 'b']), match(map, ['p']), match(map, ['P'])]).toEqual([
      ...['wait', { id: 'go-queue' }, null, { id: 'case-accept' }, null],
    ]);
  });
});

describe('a person’s own keys', () => {
  it('take the place of those delivered, and none is a choice', () => {
    const own = { letters: true, keys: { 'case-accept': 'Z, Ctrl P', undo: '' } };
    const named = (id: string) => all.find((command) => command.id === id)!;
    expect([keysOf(named('case-accept'), own), keysOf(named('undo'), own), keysOf(named('help'), own)]).toEqual([
      ['Z', 'Mod+p'],
      [],
      ['?'],
    ]);
  });

  it('switch single signs off, and leave the rest', () => {
    const left = all.flatMap((command) => keysOf(command, { letters: false, keys: {} }));
    expect([...new Set(left)].sort()).toEqual(['ArrowLeft', 'ArrowRight', 'Enter', 'Escape', 'Mod+Enter', 'Mod+k', 'Mod+z']);
  });

  it('are refused where two commands of one page would share one, with the cause and what to do', () => {
    const [taken, ...more] = keyFaults({ letters: true, keys: { 'case-accept': 'w' } });
    expect(more).toEqual([]);
    expect(taken).toMatchObject({ code: 'KeyTaken', field: 'keys.case-accept', next: expect.stringContaining('another key') });
    expect(taken!.cause).toContain('“Choose why they differ”');
    expect(keyFaults({ letters: true, keys: { 'case-accept': 'g' } }).length).toBeGreaterThan(5);
    expect(keyFaults({ letters: true, keys: { 'case-accept': 'z' } })).toEqual([]);
    expect(keyFaults({ letters: true, keys: { 'case-accept': 'w', 'case-why': 'p' } })).toEqual([]);
    // Switched off they still clash: switching them on again must not.
    expect(keyFaults({ letters: false, keys: { 'case-accept': 'w' } })).toHaveLength(1);
  });

  it('are refused where they are no keys, or of no command', () => {
    expect(keyFaults({ letters: true, keys: { 'case-accept': 'Tab', nothing: 'x' } }).map(({ code }) => code)).toEqual([
      ...['KeyUnreadable', 'CommandUnknown'],
    ]);
  });

  it('are kept where they differ from those delivered', () => {
    expect(keysToKeep({ 'case-accept': ' p ', help: 'h', undo: '', palette: 'ctrl+K' })).toEqual({ help: 'h', undo: '' });
  });
});
