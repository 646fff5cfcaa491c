import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle, acceptClaim, rejectClaim } from '@/db/claims';
import { readClashes } from '@/db/desk';
import { regroup, regroupAll, regroupPair } from '@/db/grouping';
import type { Database } from '@/db/open';
import { pairOf, recordPair } from '@/db/pair-record';
import { judgePair } from '@/db/pairs';
import { articles, cases, claims, measures } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { PairSubject, PairWord } from '@/lib/measure';
import { ask } from '../app/public-routes';
import { article } from './intake-world';
import { taken } from './public-world';
import { type ServedRecord, servedRecord } from './served-record';
import { minutesLater, NOW } from './world';

/** What readers see: two papers on the orchards, one on the barges, and two that report one minister on the wells. */
const TOLD = [
  ['Valley Post', 'The frost ruined 12 orchards in the valley, growers said.'],
  ['Hill Courier', 'The frost ruined 19 orchards in the valley, growers said.'],
  ['Valley Post', 'The harbour master counted 47 barges on the canal.'],
  ['Valley Post', 'The company dug 230 wells, minister Ines Tallow said.'],
  ['Hill Courier', 'The company dug 310 wells, minister Ines Tallow said.'],
] as const;

/** What nobody has accepted. */
const UNREAD = ['Some 85 pylons fell over in the gale, Radio Otter reports.', 'The company dug 410 wells, minister Ines Tallow said.'];

/** A record with all that is told accepted, and the rest read. */
class World {
  private constructor(
    private readonly record: ServedRecord,
    readonly db: Database,
    readonly anna: Actor,
    private readonly small: number | undefined,
  ) {}

  /** @param small 0 for a record that is too large to be grouped as a whole. */
  static async of(small?: number): Promise<World> {
    const record = await servedRecord();
    const world = new World(record, record.db, record.anna, small);
    await world.bring(TOLD, NOW);
    for (const { id } of await world.db.read.select({ id: articles.id }).from(articles))
      taken(await acceptArticle(world.db, { id }, world.anna, minutesLater(1), small));
    await world.bring(
      UNREAD.map((text) => ['Radio Otter', text] as const),
      minutesLater(2),
    );
    return world;
  }

  end(): Promise<void> {
    return this.record.end();
  }

  async bring(list: readonly (readonly [string, string])[], at: string): Promise<void> {
    const inputs = list.map(([outlet, text]) => article({ text, outlet, publishedAt: '2024-05-02' }));
    await addArticles(this.db, inputs, { kind: 'owner' }, at, { small: this.small });
    await this.group(at);
  }

  group(at: string) {
    return regroup(this.db, at, this.small);
  }

  async claimOf(text: string) {
    return (await this.db.read.select().from(claims).where(eq(claims.text, text)).get())!;
  }

  async together(a: string, b: string): Promise<boolean> {
    return (await this.claimOf(a)).measureId === (await this.claimOf(b)).measureId;
  }

  /** What came of it; nothing is told in a large record. */
  async say(a: string, word: PairWord, b: string, about: PairSubject = 'question'): Promise<unknown> {
    const [id, other] = [(await this.claimOf(a)).id, (await this.claimOf(b)).id];
    if (this.small === undefined)
      return taken(await judgePair(this.db, { id, other, about, word, reason: null }, this.anna, minutesLater(5)));
    const person = this.anna.kind === 'person' ? this.anna.id : '';
    await this.db.write(async (tx) => {
      await recordPair(tx, { ...pairOf(id, other), about, word, reason: null, person, at: minutesLater(5) }, this.anna);
      await regroupPair(tx, [id, other], minutesLater(5), this.small);
    });
    return null;
  }

  /** Accepts or rejects a reading and does what that leaves owed: no reader sees that, since all that they see was there at once. */
  async accept(text: string): Promise<void> {
    const { id } = await this.claimOf(text);
    taken(await acceptClaim(this.db, { id }, this.anna, minutesLater(7), this.small));
    await this.unseen(() => this.group(minutesLater(7)));
  }

  async reject(text: string): Promise<void> {
    const { id } = await this.claimOf(text);
    taken(await rejectClaim(this.db, { id, reason: 'The text says something else.' }, this.anna, minutesLater(8), this.small));
    await this.unseen(() => this.group(minutesLater(8)));
  }

  /** The bytes at every address there is, public or not. */
  async pages(): Promise<Map<string, string>> {
    const ids = async (table: typeof measures | typeof claims | typeof cases | typeof articles) =>
      (await this.db.read.select({ id: table.id }).from(table).orderBy(asc(table.id))).map(({ id }) => id);
    const paths = [
      ...['/', '/measures', '/cases', '/sources', '/feed.atom', '/search?q=orchards', '/search?q=barges', '/search?q=pylons'],
      ...(await ids(measures)).flatMap((id) => [`/measures/${id}`, `/measures/${id}.json`]),
      ...(await ids(cases)).map((id) => `/cases/${id}`),
      ...(await ids(claims)).map((id) => `/claims/${id}`),
    ];
    const pages = new Map<string, string>();
    for (const path of paths) {
      const answer = await ask(path);
      pages.set(path, `${answer.status} ${answer.headers.get('location') ?? ''} ${await answer.text()}`);
    }
    return pages;
  }

  /** No reader sees that something happened. */
  async unseen(act: () => Promise<unknown>): Promise<void> {
    const before = await this.pages();
    await act();
    const after = await this.pages();
    const isThere = (bytes: string | undefined) => bytes !== undefined && !bytes.startsWith('404');
    const changed = [...after].filter(([path, bytes]) => (isThere(before.get(path)) ? before.get(path) !== bytes : isThere(bytes)));
    expect([
      ...changed.map(([path]) => path),
      ...[...before.keys()].filter((path) => isThere(before.get(path)) && !after.has(path)),
    ]).toEqual([]);
  }
}

describe.each([
  ['small', undefined],
  ['large', 0],
] as const)('words on a claim that nobody accepted, in a %s record', (_, small) => {
  let world: World;
  beforeAll(async () => {
    world = await World.of(small);
  });
  afterAll(() => world.end());

  it('join nothing that readers see apart, and say that they wait', async () => {
    expect(await world.together('12 orchards', '47 barges')).toBe(false);
    await world.unseen(async () => {
      await world.say('Some 85 pylons', 'same', '12 orchards');
      const came = await world.say('Some 85 pylons', 'same', '47 barges');
      if (small === undefined) expect(came).toMatchObject({ followed: false, waits: true });
    });
    expect(await world.together('12 orchards', '47 barges')).toBe(false);
    expect(await world.together('Some 85 pylons', '12 orchards')).toBe(true);
    expect(await readClashes(world.db.read)).toMatchObject([
      { yields: { texts: expect.arrayContaining(['47 barges']) }, published: [], waits: [{ text: 'Some 85 pylons' }] },
    ]);
  });

  it('part nothing that readers see together', async () => {
    expect(await world.together('12 orchards', '19 orchards')).toBe(true);
    await world.unseen(() => world.say('Some 85 pylons', 'different', '19 orchards'));
    expect(await world.together('12 orchards', '19 orchards')).toBe(true);
    expect(await world.together('Some 85 pylons', '12 orchards')).toBe(false);
    await world.unseen(() => world.say('Some 85 pylons', 'same', '19 orchards'));
  });

  it('make no one utterance of two that readers see', async () => {
    await world.unseen(async () => {
      await world.say('410 wells', 'different', '230 wells', 'utterance');
      await world.say('410 wells', 'same', '310 wells', 'utterance');
    });
  });

  it('count for readers once the reading is accepted, and no more when it is rejected', async () => {
    await world.accept('Some 85 pylons');
    expect(await world.together('12 orchards', '47 barges')).toBe(true);
    expect(await readClashes(world.db.read)).toEqual([]);
    expect(await world.together('Some 85 pylons', '19 orchards')).toBe(true);
    await world.reject('Some 85 pylons');
    expect(await world.together('12 orchards', '47 barges')).toBe(false);
    expect(await world.together('12 orchards', '19 orchards')).toBe(true);
    const [orchards, barges] = [await world.claimOf('12 orchards'), await world.claimOf('47 barges')];
    for (const { measureId } of [orchards, barges]) expect((await ask(`/measures/${measureId}.json`)).status).toBe(200);
    expect(await verifyRecord(world.db)).toMatchObject({ ok: true });
    if (small === undefined) expect(await regroupAll(world.db, minutesLater(9))).toMatchObject({ measures: 0, differences: 0 });
  });
});

describe.each([
  ['small', undefined],
  ['large', 0],
] as const)('a word on two claims that readers see, in a %s record', (_, small) => {
  it('joins their measures, and taken back parts them, though their case was public', async () => {
    const world = await World.of(small);
    try {
      const [orchards, barges] = [await world.claimOf('12 orchards'), await world.claimOf('47 barges')];
      const person = world.anna.kind === 'person' ? world.anna.id : '';
      for (const word of ['same', 'taken-back'] as const) {
        await world.db.write(async (tx) => {
          const said = { ...pairOf(orchards.id, barges.id), about: 'question', word, reason: null, person, at: minutesLater(5) } as const;
          await recordPair(tx, said, world.anna);
          await regroupPair(tx, [orchards.id, barges.id], minutesLater(5), small);
        });
        expect(await world.together('12 orchards', '47 barges'), word).toBe(word === 'same');
        expect(await world.together('12 orchards', '19 orchards')).toBe(true);
      }
    } finally {
      await world.end();
    }
  });
});

describe.each([
  ['small', undefined],
  ['large', 0],
] as const)('an article, in a %s record', (_, small) => {
  it('brings together two questions that readers see while it is accepted, and neither before nor after that', async () => {
    const world = await World.of(small);
    try {
      await world.bring([['Valley Post', 'The storm felled 31 oaks in the park.']], minutesLater(3));
      await world.bring([['Hill Courier', 'The storm felled 12 limes in the park.']], minutesLater(3));
      expect(await world.together('31 oaks', '12 limes')).toBe(false);
      for (const text of ['31 oaks', '12 limes']) await world.accept(text);
      await world.unseen(() => world.bring([['Radio Otter', 'The storm felled 43 oaks and limes in the park.']], minutesLater(4)));
      expect(await world.together('31 oaks', '12 limes')).toBe(false);
      await world.accept('43 oaks and limes');
      expect(await world.together('31 oaks', '12 limes')).toBe(true);
      await world.reject('43 oaks and limes');
      expect(await world.together('31 oaks', '12 limes')).toBe(false);
    } finally {
      await world.end();
    }
  });
});

describe('an unread article, in a large record', () => {
  it('that is rejected leaves what it joined, each with its own like', async () => {
    const world = await World.of(0);
    try {
      await world.bring([['Valley Post', 'The storm felled 31 oaks in the park.']], minutesLater(3));
      await world.bring([['Hill Courier', 'The storm felled 12 limes in the park.']], minutesLater(3));
      await world.bring([['Radio Otter', 'The storm felled 43 oaks and limes in the park.']], minutesLater(4));
      expect(await world.together('31 oaks', '12 limes')).toBe(true);
      await world.reject('43 oaks and limes');
      expect(await world.together('31 oaks', '12 limes')).toBe(false);
      expect(await verifyRecord(world.db)).toMatchObject({ ok: true });
    } finally {
      await world.end();
    }
  });

  it('that bridges nothing leaves a measure whole when it is rejected', async () => {
    const world = await World.of(0);
    try {
      await world.reject('410 wells');
      expect(await world.together('230 wells', '310 wells')).toBe(true);
    } finally {
      await world.end();
    }
  });
});
