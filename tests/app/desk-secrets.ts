import { eq, sql } from 'drizzle-orm';
import { type Actor, OWNER } from '@/db/actor';
import { makeKey } from '@/db/api-keys';
import { addArticles } from '@/db/articles';
import { returnCase, ruleCase, withdrawCase } from '@/db/cases';
import { acceptArticle, rejectClaim } from '@/db/claims';
import { correctClaim } from '@/db/correcting';
import { defineMeasure } from '@/db/definitions';
import { saveDraft } from '@/db/drafts';
import { invite } from '@/db/invitations';
import { addNote } from '@/db/notes';
import type { Database } from '@/db/open';
import { judgePair } from '@/db/pairs';
import { addPerson } from '@/db/people';
import { flagItem, snoozeItem } from '@/db/queue/acts';
import { askSecondLook, askSource } from '@/db/queue/asks';
import { saveView } from '@/db/queue/views';
import { setDeskReview } from '@/db/review-mode';
import { articles, cases, claims, measures } from '@/db/schema';
import { withholdArticle } from '@/db/withholding';
import type { RulingInput } from '@/lib/adjudication';
import { article } from '../db/intake-world';
import { settle, taken } from '../db/public-world';
import { minutesLater, NOW } from '../db/world';

/** Every word that only the desk may read is one of these, and every figure that nobody accepted begins with 7,731. */
export const MARK = /quokka[a-z]+|\b7,?731,?3\d\d\b/gi;

/** Marks in a text, each once. */
export const marksOf = (text: string): string[] => [
  ...new Set([...text.matchAll(MARK)].map(([mark]) => mark.toLowerCase().replaceAll(',', ''))),
];

/** What anybody may read, with a case that is settled, one that is open and one that was withdrawn. */
const TOLD = [
  ['Valley Post', 'The storm closed 12 schools in the valley, officials said.'],
  ['Hill Courier', 'The storm closed 19 schools in the valley, officials said.'],
  ['Valley Post', 'The flood destroyed 30 bridges in the county, engineers said.'],
  ['Hill Courier', 'The flood destroyed 44 bridges in the county, engineers said.'],
  ['Valley Post', 'The quake killed 51 sheep on the island, farmers said.'],
  ['Hill Courier', 'The quake killed 68 sheep on the island, farmers said.'],
  ['Valley Post', 'The fire burned 21 barns in the hills, wardens said.'],
  ['Hill Courier', 'The fire burned 26 barns in the hills, wardens said.'],
] as const;

/** Accepted, and then withheld by law: its figure stays, every word of it goes. */
const WITHHELD = 'Quokkaopening. The storm closed 23 schools in the valley, officials said. Quokkaending was shut.';

/** What nobody accepted: figures for questions that are public, and a case of its own that is not. */
const UNREAD = [
  ['Quokkagazette', 'The storm closed 7,731,301 quokkasuburban schools in the valley, Quokkaora Quokkaquagga said.'],
  ['Valley Post', 'The flood destroyed 7,731,302 bridges in the county, Quokkaengineers said.'],
  ['Quokkagazette', 'The gale sank 7,731,303 quokkalanterns in the harbour, officials said.'],
  ['Quokkacourier', 'The gale sank 7,731,391 quokkalanterns in the harbour, officials said.'],
  ['Valley Post', 'The fire burned 7,731,305 barns in the hills, wardens said.'],
] as const;

const at = minutesLater;
const opinion = (rationale: string, positions: number): RulingInput => ({
  verdicts: Array.from({ length: positions }, (_, index) => (index === 0 ? ('supported' as const) : ('contradicted' as const))),
  ...{ accepted: 0, reasonCode: 'source-error', rationale, noEvidence: false },
  evidence: [{ url: 'https://quokkaevidence.example/list', note: 'Quokkaevidence of the desk' }],
});

async function bring(db: Database, list: readonly (readonly [string, string])[], headline: string, when: string) {
  const inputs = list.map(([outlet, text]) =>
    article({
      text,
      outlet,
      title: headline,
      byline: headline,
      url: `https://press.example/${encodeURIComponent(headline)}`,
      publishedAt: '2024-05-02',
    }),
  );
  await addArticles(db, inputs, OWNER, when);
}

const articleWith = async (db: Database, words: string) =>
  (await db.read.select().from(articles)).find(({ text }) => text.includes(words))!.id;
const claimIn = async (db: Database, articleId: string) =>
  (await db.read.select().from(claims).where(eq(claims.articleId, articleId)).get())!;

async function caseAbout(db: Database, word: string) {
  const titles = new Map((await db.read.select().from(measures)).map((row) => [row.id, row.title]));
  return (await db.read.select().from(cases)).find((row) => titles.get(row.measureId)?.toLowerCase().includes(word))!;
}

/** Reviewers whose names and addresses are markers, and what they do that is not for readers. */
export async function fillDesk(db: Database): Promise<void> {
  const add = (name: string, role: 'reviewer' | 'editor' | 'admin') =>
    addPerson(db, { email: `${name.toLowerCase()}@quokkadesk.example`, name, role, password: null }, OWNER, NOW);
  const who = async (name: string, role: 'reviewer' | 'editor' | 'admin'): Promise<Actor & { kind: 'person' }> => {
    const { id } = taken(await add(name, role)) as { id: string };
    return { kind: 'person', id, name, role } as Actor & { kind: 'person' };
  };
  const [rita, bela, edda, ada] = [
    await who('Quokkarita', 'reviewer'),
    await who('Quokkabela', 'reviewer'),
    await who('Quokkaedda', 'editor'),
    await who('Quokkaada', 'admin'),
  ];
  await setDeskReview(db, { review: 'single' }, OWNER, NOW);
  await bring(db, TOLD, 'A read headline', NOW);
  await bring(db, [['Coast Radio', WITHHELD]], 'Quokkaheadline', NOW);
  for (const { id } of await db.read.select({ id: articles.id }).from(articles)) taken(await acceptArticle(db, { id }, rita, at(1)));
  taken(await withholdArticle(db, { id: await articleWith(db, 'Quokkaopening'), reason: 'A court forbade the text.' }, edda, at(2)));
  // One is settled, and one was and is withdrawn: of that, not a word of the ruling may be read again.
  const settled = {
    verdicts: ['supported' as const, 'contradicted' as const],
    accepted: 0,
    rationale: 'The farmers list fifty-one of them by name.',
  };
  await settle(db, await caseAbout(db, 'sheep'), settled, { rules: rita, publishes: edda, at: at(3) });
  const gone = { ...settled, rationale: 'The quokkawithdrawn register lists all of them by name.', evidence: [], noEvidence: true };
  await settle(db, await caseAbout(db, 'barns'), gone, { rules: rita, publishes: edda, at: at(3) });
  const barns = await caseAbout(db, 'barns');
  taken(await withdrawCase(db, { id: barns.id, revision: barns.revision, reason: 'The register was read wrongly.' }, edda, at(4)));

  await bring(db, UNREAD, 'Quokkaunread headline', at(5));
  const rejected = await claimIn(db, await articleWith(db, '7,731,305'));
  taken(await rejectClaim(db, { id: rejected.id, reason: 'Quokkamisread by the machine in this place.' }, rita, at(6)));
  const corrected = await claimIn(db, await articleWith(db, '7,731,302'));
  taken(
    await correctClaim(
      db,
      { id: corrected.id, revision: 0, selected: null, speaker: 'Quokkahandread', reason: 'The quokkaannex says so quite plainly.' },
      rita,
      at(6),
    ),
  );
  const hidden = await db.read.select().from(claims).where(sql`${claims.text} LIKE '%quokkalanterns%'`);
  const word = { about: 'question', word: 'same', reason: 'Quokkapaired for one fleet.' } as const;
  taken(await judgePair(db, { id: hidden[0]!.id, other: hidden[1]!.id, ...word }, rita, at(6)));
  const lanterns = await caseAbout(db, 'quokkalanterns');
  const blank = { title: null, unit: null, aggregation: null, addsUp: null, reviewDays: null };
  const defined = {
    counts: 'Quokkacounts afloat.',
    countsNot: 'Quokkanothing ashore.',
    topics: 'Quokkatopic > Quokkasubtopic',
    places: 'Quokkaplace',
  };
  taken(await defineMeasure(db, { id: lanterns.measureId, revision: 0, ...blank, ...defined }, edda, at(6)));
  await setDeskReview(db, { review: 'blind' }, OWNER, at(7));
  for (const about of ['schools', 'quokkalanterns']) {
    const { id, revision, positions } = await caseAbout(db, about);
    taken(await ruleCase(db, { id, revision, ruling: opinion('The quokkaopinion of one, unseen.', positions.length) }, rita, at(8)));
  }
  await setDeskReview(db, { review: 'single' }, OWNER, at(9));
  const bridges = await caseAbout(db, 'bridges');
  taken(
    await ruleCase(
      db,
      {
        id: bridges.id,
        revision: bridges.revision,
        ruling: opinion('Quokkaruled and not yet published by anybody.', bridges.positions.length),
      },
      bela,
      at(9),
    ),
  );
  const ruled = await caseAbout(db, 'bridges');
  taken(await returnCase(db, { id: ruled.id, revision: ruled.revision, reason: 'Quokkareturned to its author for more.' }, edda, at(10)));
  const again = await caseAbout(db, 'bridges');
  taken(
    await ruleCase(
      db,
      { id: again.id, revision: again.revision, ruling: opinion('Quokkawaits for the second person to look.', again.positions.length) },
      bela,
      at(11),
    ),
  );
  for (const { id } of [lanterns, bridges]) {
    taken(await addNote(db, { id, about: 'case', claimId: null, text: 'A quokkanote for @Quokkabela.' }, rita, at(12)));
    taken(await flagItem(db, { id, flag: 'quokkaflag' }, rita, at(12)));
    taken(await saveDraft(db, rita.id, { form: `cases.rule:${id}`, fields: { rationale: 'A quokkadraft of a reason.' } }, at(12)));
  }
  taken(await askSource(db, { id: lanterns.id, of: 'Quokkaharbourmaster', on: null }, rita, at(13)));
  taken(await askSecondLook(db, { id: lanterns.id, to: edda.id, text: 'Quokkalook at this, please.' }, rita, at(13)));
  taken(await snoozeItem(db, { id: lanterns.id, until: at(9000), reason: 'Quokkasnoozed until they answer.' }, rita, at(14)));
  taken(await saveView(db, { name: 'Quokkaview', shared: true, query: 'flag=quokkaflag' }, rita, at(14)));
  taken(await invite(db, { email: 'quokkainvited@quokkadesk.example', role: 'editor' }, ada, at(15)));
  taken(await makeKey(db, { name: 'Quokkakey of the archive', person: rita.id, scopes: ['articles'] }, ada, at(15)));
}
