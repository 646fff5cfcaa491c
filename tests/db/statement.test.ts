import { expect, it } from 'vitest';
import { throughOf } from '@/db/around-commit';
import { insertRows } from '@/db/rows';
import { meta } from '@/db/schema';
import { among, ask, askJson, NOTHING, send, type Words, words, write } from '@/db/statement';
import { newRecord } from './world';

const boats = (which: Words) => words`SELECT value FROM meta WHERE key IN ${among(['sloop', 'ketch'])} ${which} ORDER BY key`;
const keep = (key: string, value: string) => words`INSERT INTO meta (key, value) VALUES (${key}, ${value})`;

it('what is said of a statement in parts goes to its question marks in order, inside of a transaction and beside it', async () => {
  const db = await newRecord();
  const inside = await db.write(async (tx) => {
    send(tx, keep('sloop', 'one?'));
    send(tx, keep('ketch', 'two'));
    expect(await write(tx, words`UPDATE meta SET value = value || ${'!'} WHERE key = ${'sloop'}`)).toBe(1);
    return ask(tx, boats(words`AND value <> ${'three'}`));
  });
  expect(inside.map((row) => ({ ...(row as object) }))).toEqual([{ value: 'two' }, { value: 'one?!' }]);
  expect(await ask(db.read, boats(words`AND value <> ${'two'}`))).toEqual([{ value: 'one?!' }]);
  expect(await askJson(db.read, words`SELECT json_group_array(value) AS json FROM (${boats(NOTHING)})`)).toEqual(['two', 'one?!']);
});

it('a question mark that a statement says itself stands for no value, inside of a transaction and beside it', async () => {
  const db = await newRecord();
  const asked = words`SELECT 'who?' || ${' me'} || '?' AS said`;
  expect(await ask(db.read, asked)).toMatchObject([{ said: 'who? me?' }]);
  expect(await db.write((tx) => ask(tx, asked))).toMatchObject([{ said: 'who? me?' }]);
});

it('many rows are inserted some at a time, and others may have a turn between', async () => {
  const db = await newRecord();
  const rows = Array.from({ length: 600 }, (_, at) => ({ key: `boat ${at}`, value: 'moored' }));
  const happened: string[] = [];
  await db.write(async (tx) => {
    const through = throughOf(tx);
    const { due, execute } = through;
    through.due = () => {
      happened.push('turn');
      return due();
    };
    through.execute = (statement) => {
      happened.push('rows');
      return execute(statement);
    };
    await insertRows(tx, meta, rows);
  });
  expect(happened.slice(0, 9)).toEqual(['rows', 'turn', 'rows', 'turn', 'rows', 'turn', 'rows', 'turn', 'rows']);
  expect(await ask(db.read, words`SELECT count(*) AS boats FROM meta WHERE value = 'moored'`)).toMatchObject([{ boats: 600 }]);
});

it('what nobody waited for fails the transaction with the first fault, and leaves nothing of it', async () => {
  const db = await newRecord();
  const written = db.write(async (tx) => {
    send(tx, keep('sloop', 'one'));
    send(tx, keep('sloop', 'again'));
    send(tx, words`INSERT INTO nowhere VALUES (1)`);
    return ask(tx, boats(NOTHING));
  });
  await expect(written).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
  const asked = db.write(async (tx) => {
    send(tx, keep('sloop', 'one'));
    send(tx, keep('sloop', 'again'));
    return ask(tx, words`SELECT nothing FROM nowhere`);
  });
  await expect(asked).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT' });
  expect(await ask(db.read, boats(NOTHING))).toEqual([]);
});
