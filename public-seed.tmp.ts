import { openDatabase } from '@/db/open';
import { eq } from 'drizzle-orm';
import { cases } from '@/db/schema';
import * as w from './tests/db/public-world';
const db = await openDatabase(process.env.DATABASE_URL!, { owner: true });
const T = (m: number) => new Date(Date.UTC(2026, 10, 20, 9, m)).toISOString();
const DEMO = 'Demonstration text: written for this installation in its own words around figures that the outlet reported on that day. It is not the original article.';
const anna = await w.person(db, 'Anna', T(0), { demo: true });
const bela = await w.person(db, 'Bela', T(0), { demo: true });
const aid = await w.measure(db, 'How many countries and international organizations has China given assistance to?', T(0));
const asia = await w.measure(db, 'How many Asian countries received supplies from China?', T(0));
const meet = await w.measure(db, 'How many video meetings with other countries has China held on the epidemic?', T(0));
const cases_ = await w.measure(db, 'How many patients have recovered in China?', T(0));
const heard = await w.measure(db, 'How many countries and regions took part in the video meetings?', T(0), 'fixed');
const luo = { name: 'Luo Zhaohui', role: 'vice foreign minister', inferred: false };
const deng = { name: 'Deng Boqing', role: 'aid agency official', inferred: true };
const A = await w.tell(db, { outlet: 'CGTN', publishedAt: '2020-03-26', title: 'Beijing sums up its help abroad: over 80 recipients', demoNote: DEMO, text: 'Help has gone to {over 80 countries and organizations|over}, the headline figure ran. At a briefing on Thursday, Luo Zhaohui told reporters that emergency help had reached {83 countries and international organizations|eighty}. He took questions for an hour. He added that experts had sat in {nearly 20 expert video conferences|twenty}, to which {over 100 countries|hundred} had sent people. The ministry gave no list.' }, {
  over: { measure: aid, value: '80', high: null, hedge: 'more-than', noun: 'countries and organizations' },
  eighty: { measure: aid, value: '83', noun: 'countries and international organizations', speaker: luo, occasion: 'briefing|2020-03-26', asOfBasis: 'event' },
  twenty: { measure: meet, value: '20', low: null, high: '20', highInclusive: false, hedge: 'nearly', grain: '10', noun: 'expert video conferences', speaker: luo, occasion: 'briefing|2020-03-26' },
  hundred: { measure: heard, value: '100', high: null, hedge: 'more-than', noun: 'countries', speaker: luo },
}, T(1));
const B = await w.tell(db, { outlet: 'Xinhua', publishedAt: '2020-03-26', title: 'What was sent, and to whom: a briefing in Beijing', url: 'https://www.example.com/xinhua/2020/aid', byline: 'By a staff writer', text: 'Deng Boqing set out the deliveries. So far, he said, goods had gone to {89 countries|eightynine} and {four international organizations|four}. By region these were {28 Asian|as}, {16 European|eu}, {26 African|af}, {nine American|am} and {10 South Pacific countries|sp}. Zeng Yixin counted {nearly 30 technical exchange meetings|thirty} with {more than 100 countries and regions|more}. The briefing closed at noon. Nothing was said of later plans.' }, {
  eightynine: { measure: aid, value: '89', noun: 'countries', speaker: deng, occasion: 'briefing|2020-03-26' },
  four: { measure: aid, value: '4', noun: 'international organizations', speaker: deng, occasion: 'briefing|2020-03-26' },
  as: { measure: asia, value: '28', noun: 'Asian countries', speaker: deng },
  eu: { measure: asia, value: '16', noun: 'European countries', speaker: deng },
  af: { measure: asia, value: '26', noun: 'African countries', speaker: deng },
  am: { measure: asia, value: '9', noun: 'American countries', speaker: deng },
  sp: { measure: asia, value: '10', noun: 'South Pacific countries', speaker: deng },
  thirty: { measure: meet, value: '30', low: null, high: '30', highInclusive: false, hedge: 'nearly', grain: '10', noun: 'technical exchange meetings', speaker: { name: 'Zeng Yixin', role: null, inferred: false }, occasion: 'briefing|2020-03-26' },
  more: { measure: heard, value: '100', high: null, hedge: 'more-than', noun: 'countries and regions' },
}, T(2));
const C = await w.tell(db, { outlet: 'UrduPoint / Pakistan Point News', publishedAt: '2020-03-04', title: 'Recoveries mount as wards empty', demoNote: DEMO, text: 'By Tuesday {over 47,260 patients|r} had gone home, the ministry said.' }, {
  r: { measure: cases_, value: '47260', high: null, hedge: 'more-than', noun: 'patients', asOf: '2020-03-03', asOfBasis: 'stated' } }, T(3));
const D = await w.tell(db, { outlet: 'China Daily', publishedAt: '2020-03-21', title: 'Most have recovered', demoNote: DEMO, text: 'The count of recoveries reached {about 71,700 patients|r}, against {41,600 patients|q} in February.' }, {
  r: { measure: cases_, value: '71700', hedge: 'about', grain: '100', noun: 'patients', asOf: '2020-03-20', asOfBasis: 'stated' },
  q: { measure: cases_, value: '41600', grain: '100', noun: 'patients', asOf: '2020-02', asOfBasis: 'stated' } }, T(4));
for (const p of [A, B, C, D]) await w.accept(db, Object.values(p)[0]!.articleId, anna, T(6));
await w.relate(db, A.eighty!.id, B.eightynine!.id, { kind: 'part-exceeds-whole', explanation: 'CGTN gives 83 countries and international organizations in all; Xinhua gives 89 countries alone: a part cannot exceed the whole.', possibleReasons: ['Help pledged against help delivered', 'Different bodies did the counting', '“Emergency assistance” may be narrower than “assistance”'] });
await w.relate(db, A.over!.id, A.eighty!.id, { relation: 'compatible', kind: 'compatible-bounds', alert: false, explanation: '83 lies above 80: both can hold.' });
await w.relate(db, A.twenty!.id, B.thirty!.id, { kind: 'contradiction', explanation: '“Nearly 20” ends below 20 and “nearly 30” starts well above it: the two ranges cannot meet.', possibleReasons: ['Expert conferences and technical exchange meetings may be counted differently'] });
await w.sum(db, B.eightynine!.id, [B.as!.id, B.eu!.id, B.af!.id, B.am!.id, B.sp!.id], '28 + 16 + 26 + 9 + 10 = 89');
const aidC = w.conflict([w.position('83 countries and international organizations', A.eighty!.id), w.position('89 countries and 4 international organizations', B.eightynine!.id, B.four!.id)], 'CGTN gives 83 countries and international organizations in all; Xinhua gives 89 countries alone: a part cannot exceed the whole.', ['Help pledged against help delivered', 'Different bodies did the counting', '“Emergency assistance” may be narrower than “assistance”']);
const meetC = w.conflict([w.position('nearly 20 expert video conferences', A.twenty!.id), w.position('nearly 30 technical exchange meetings', B.thirty!.id)], '“Nearly 20” ends below 20 and “nearly 30” starts well above it: the two ranges cannot meet.', ['Expert conferences and technical exchange meetings may be counted differently']);
await w.conflicts(db, { [aid]: aidC, [meet]: meetC }, T(7));
// settled twice + reopened measure
const ferry = await w.measure(db, 'How many people were on board the ferry?', T(8), 'fixed');
const E = await w.tell(db, { outlet: 'Harbour Gazette', publishedAt: '2025-05-02', title: 'Ferry runs aground', demoNote: DEMO, text: 'The ferry carried {118 people|a} when it ran aground, the coast guard said.' }, { a: { measure: ferry, value: '118', noun: 'people', speaker: { name: 'the coast guard', role: null, inferred: false } } }, T(8));
const F = await w.tell(db, { outlet: 'Bay Radio', publishedAt: '2025-05-02', title: 'All aboard are safe', demoNote: DEMO, text: 'All {131 people|a} aboard the ferry are safe, rescuers said.' }, { a: { measure: ferry, value: '131', noun: 'people' } }, T(8));
await w.accept(db, E.a!.articleId, anna, T(9)); await w.accept(db, F.a!.articleId, anna, T(9));
await w.relate(db, E.a!.id, F.a!.id, { explanation: '118 and 131 people cannot both have been on board.' });
const fc = w.conflict([w.position('118 people', E.a!.id), w.position('131 people', F.a!.id)], '118 and 131 people cannot both have been on board.', ['Crew counted or not']);
await w.conflicts(db, { [aid]: aidC, [meet]: meetC, [ferry]: fc }, T(10));
const row = async (m: string) => (await db.read.select().from(cases).where(eq(cases.measureId, m)).get())!;
let k = await row(ferry);
await w.settle(db, { id: k.id, revision: k.revision }, { verdicts: ['contradicted', 'supported'], accepted: 1, reasonCode: 'different-definition', rationale: 'The manifest lists 131 people: 118 passengers and 13 crew. The coast guard’s first figure counted passengers alone.', evidence: [{ url: 'https://www.example.org/manifest', note: 'passenger and crew manifest, page 2' }], noEvidence: false }, { rules: anna, publishes: bela, at: T(12) });
const quake = await w.measure(db, 'How long was the damaged stretch of the pipeline?', T(13), 'fixed');
const G = await w.tell(db, { outlet: 'A newspaper with an extraordinarily long and rather implausible name, Evening Edition', publishedAt: '2025-06-01', title: 'Pipeline damaged <script>alert(1)</script>', demoNote: DEMO, text: 'Engineers found {about 3 km|a} of pipe <b>damaged</b>.' }, { a: { measure: quake, value: '3', hedge: 'about', unit: 'km' } }, T(13));
const H = await w.tell(db, { outlet: 'Bay Radio', publishedAt: '2025-06-01', title: 'Pipe loss grows', demoNote: DEMO, text: 'The operator spoke of {between 5 and 6 km|a} of ruined pipe.' }, { a: { measure: quake, value: '5', low: '5', high: '6', hedge: 'between', unit: 'km' } }, T(13));
await w.accept(db, G.a!.articleId, anna, T(14)); await w.accept(db, H.a!.articleId, anna, T(14));
await w.relate(db, G.a!.id, H.a!.id, {});
const qc = w.conflict([w.position('about 3 km', G.a!.id), w.position('between 5 and 6 km', H.a!.id)], 'About 3 km and between 5 and 6 km cannot meet.');
await w.conflicts(db, { [aid]: aidC, [meet]: meetC, [ferry]: fc, [quake]: qc }, T(15));
k = await row(quake);
const s1 = await w.settle(db, { id: k.id, revision: k.revision }, { verdicts: ['supported', 'contradicted'], accepted: 0, rationale: 'The engineers’ survey gives 3.1 km, and nothing supports the larger figure.' }, { rules: anna, publishes: bela, at: T(17) });
const I = await w.tell(db, { outlet: 'River Post', publishedAt: '2025-06-09', title: 'Survey done', demoNote: DEMO, text: 'The final survey measured {5.4 km|a} of damage.' }, { a: { measure: quake, value: '5.4', grain: '0.1', unit: 'km' } }, T(18));
await w.accept(db, I.a!.articleId, anna, T(19));
await w.relate(db, G.a!.id, I.a!.id, {});
const qc2 = w.conflict([w.position('about 3 km', G.a!.id), w.position('between 5 and 6 km', H.a!.id, I.a!.id)], 'About 3 km and 5.4 km cannot meet.');
await w.conflicts(db, { [aid]: aidC, [meet]: meetC, [ferry]: fc, [quake]: qc2 }, T(20));
if (process.env.CORRECT) { k = await row(quake); await w.settle(db, { id: k.id, revision: k.revision }, { verdicts: ['contradicted', 'supported'], accepted: 1, rationale: 'The final survey measured 5.4 km. The first one had covered the northern section alone.', evidence: [{ url: 'https://www.example.org/survey', note: '' }], noEvidence: false }, { rules: bela, publishes: anna, at: T(30), notice: 'We had accepted about 3 km. The final survey shows 5.4 km; the earlier figure covered only one section.' }); }
console.log({ aid, meet, ferry, quake, cases_, eighty: A.eighty!.id, article: A.eighty!.articleId, xin: B.four!.articleId, eightynine: B.eightynine!.id, ferryClaim: F.a!.id, s1 });
await db.close();
