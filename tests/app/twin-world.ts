import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { type Database, openDatabase } from '@/db/open';
import { cases, claims, sources, speakers } from '@/db/schema';
import * as world from '../db/public-world';
import { minutesLater, NOW, restoreEnv } from '../db/world';

/** What breaks markup, and what spreadsheets take for a formula. */
export const MARKUP = '<b>&"]]>{}';
export const FORMULA = '=HYPERLINK("https://evil.example")';
/** Words of an article and of a case that nobody accepted: they may stand nowhere. */
export const SECRET = ['zircon', 'Zirconium Gazette', 'obsidian'];

export interface TwinWorld {
  db: Database;
  url: string;
  folder: string;
  boats: string;
  masts: string;
  /** A measure of which nothing is public. */
  rafts: string;
  case: string;
  /** Claims by key: a and b disagree and are ruled on, c stands alone. */
  placed: Record<'a' | 'b' | 'c', world.Placed>;
  source: string;
  speaker: string;
  end(): Promise<void>;
}

/** A record of a harbour: two counts with a published ruling, one figure that nobody contests, and a case that nobody has seen. */
export async function twinWorld(): Promise<TwinWorld> {
  const kept = { DATABASE_URL: process.env.DATABASE_URL, PUBLIC_URL: process.env.PUBLIC_URL };
  const folder = mkdtempSync(join(tmpdir(), 'countercheck-twins-'));
  const url = `file:${join(folder, 'record.db')}`;
  process.env.DATABASE_URL = url;
  process.env.PUBLIC_URL = 'https://check.example';
  const db = await openDatabase(url, { owner: true });
  const [anna, bela] = [await world.person(db, 'Anna', NOW), await world.person(db, 'Bela', NOW)];
  const boats = await world.measure(db, `How many boats ${MARKUP} did the harbour count?`, NOW, 'fixed');
  const masts = await world.measure(db, 'How many masts broke?', NOW, 'fixed');
  const rafts = await world.measure(db, 'How many zircon rafts sank?', NOW, 'fixed');
  const told = { measure: boats, noun: 'boats' };
  const speaker = { name: `Mara ${MARKUP} Lund`, role: null, inferred: false };
  const one = await world.tell(
    db,
    {
      outlet: FORMULA,
      publishedAt: '2026-03-01',
      title: `Boats ${MARKUP}`,
      url: 'https://post.example/boats?x=1&y=2',
      text: `It was ${MARKUP} calm. The harbour ${MARKUP} counted {-12 boats|a} on Sunday.`,
    },
    { a: { ...told, value: '-12' } },
    NOW,
  );
  const two = await world.tell(
    db,
    {
      outlet: 'Evening Echo',
      publishedAt: '2026-03-02',
      title: 'Fifteen',
      text: 'Mara Lund saw {nearly 15 boats|b} there. And {1,203.5 masts|c} broke.',
    },
    {
      b: { ...told, value: '15', low: null, hedge: 'nearly', speaker, asOf: '2026-03' },
      c: { measure: masts, value: '1203.5', noun: 'masts' },
    },
    NOW,
  );
  const [a, b, c] = [one.a!, two.b!, two.c!];
  await world.accept(db, a.articleId, anna, minutesLater(1));
  await world.accept(db, b.articleId, anna, minutesLater(1));
  await world.relate(db, a.id, b.id, { explanation: 'Both counts cannot stand.' });
  const apart = world.conflict([world.position('-12 boats', a.id), world.position('nearly 15 boats', b.id)], 'Both counts cannot stand.');
  await world.conflicts(db, { [boats]: apart }, minutesLater(2));
  const held = (await db.read.select().from(cases).where(eq(cases.measureId, boats)).get())!;
  const ruling = {
    verdicts: ['supported' as const, 'outdated' as const],
    accepted: 0,
    rationale: `The log lists ${MARKUP} twelve. Each by name.`,
  };
  await world.settle(db, held, ruling, { rules: anna, publishes: bela, at: minutesLater(9) });
  await hidden(db, rafts);
  const outlet = (await db.read.select().from(sources).where(eq(sources.name, 'Evening Echo')).get())!;
  const said = (await db.read
    .select({ id: speakers.id })
    .from(claims)
    .innerJoin(speakers, eq(speakers.id, claims.speakerId))
    .where(eq(claims.id, b.id))
    .get())!;
  return {
    ...{ db, url, folder, boats, masts, rafts, case: held.id, placed: { a, b, c }, source: outlet.id, speaker: said.id },
    end: async () => {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
      restoreEnv(kept);
    },
  };
}

/** A case over readings that nobody accepted. */
async function hidden(db: Database, rafts: string): Promise<void> {
  const story = { publishedAt: '2026-03-01', title: 'Of obsidian', text: 'The keeper of the zircon quay saw {3 zircon rafts|x} sink.' };
  const first = await world.tell(
    db,
    { outlet: 'Zirconium Gazette', ...story },
    { x: { measure: rafts, value: '3', noun: 'zircon rafts' } },
    NOW,
  );
  const second = await world.tell(
    db,
    { outlet: 'Zirconium Gazette', ...story, text: 'There were {9 zircon rafts|y} of obsidian.' },
    { y: { measure: rafts, value: '9', noun: 'zircon rafts' } },
    NOW,
  );
  await world.relate(db, first.x!.id, second.y!.id, { explanation: 'Both zircon counts cannot stand.' });
  const apart = world.conflict(
    [world.position('3 zircon rafts', first.x!.id), world.position('9 zircon rafts', second.y!.id)],
    'Both zircon counts cannot stand.',
  );
  await world.conflicts(db, { [rafts]: apart }, minutesLater(3));
}
