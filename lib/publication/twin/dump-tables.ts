import type { Evidence } from '@/lib/adjudication';
import { phraseText } from '../answer';
import type { Change } from '../changes';
import type { RulingView } from '../decision';
import type { CheckView, MeasurePage, RelationView } from '../measure-page';
import type { PositionView } from '../positions';
import type { PublicCase } from '../record';
import { CLAIM_COLUMNS } from './columns';
import { instant, number, type Table, table, text, truth } from './dump-table';
import { ARTICLE_TABLE, SOURCE_TABLE, SPEAKER_TABLE } from './dump-things';

interface Of {
  page: MeasurePage;
}
interface HeldCase extends Of {
  held: PublicCase;
}
interface HeldRuling extends HeldCase {
  ruling: RulingView;
}

const heldBy = (page: MeasurePage): HeldCase[] => (page.record.case ? [{ page, held: page.record.case }] : []);
const rulingsOf = (page: MeasurePage): HeldRuling[] =>
  heldBy(page).flatMap((of) => [...page.decision.earlier, page.decision.ruling].flatMap((ruling) => (ruling ? [{ ...of, ruling }] : [])));

const measures = table<MeasurePage, MeasurePage>({
  name: 'measures',
  words: 'Questions that numbers answer, with the answer of today',
  rows: (page) => [page],
  columns: [
    text('measure', 'Id of the measure; its page is /measures/{id}', ({ record }) => record.id),
    text('title', 'The question, in words that assert nothing', ({ title }) => title),
    text('unit', 'The unit of its figures; empty where things are counted', ({ record }) => record.unit),
    text('aggregation', 'How a figure behaves: fixed, running, level, flow or rate', ({ record }) => record.aggregation),
    text('status', 'Where it stands: open, settled, reopened, dismissed, withdrawn, uncontested or differs', ({ answer }) => answer.status),
    text('form', 'accepted by a ruling, reported and uncontested, or none: no accepted value', ({ answer }) => answer.form),
    text('answer', 'The answer in one sentence', ({ answer }) => phraseText(answer.sentence)),
    text('reason', 'Why, in one sentence', ({ reason }) => reason),
    number('claims', 'Public claims that answer it', ({ counts }) => counts.claims),
    number('articles', 'Articles they stand in', ({ counts }) => counts.articles),
    number('origins', 'Texts of their own among these: reprints of one text count once', ({ counts }) => counts.origins),
    number('sources', 'Outlets that published them', ({ counts }) => counts.sources),
    text('counts', 'What a person says is counted', ({ record }) => record.definition?.counts ?? null),
    text('counts_not', 'What a person says is not counted', ({ record }) => record.definition?.countsNot ?? null),
    text(
      'topics',
      'What it is about, each from the widest on, separated by semicolons',
      ({ record }) => record.definition?.topics.join('; ') ?? null,
    ),
    text('places', 'Where, likewise', ({ record }) => record.definition?.places.join('; ') ?? null),
    instant('changed', 'When something public last happened to it', ({ changes }) => changes[0]?.at ?? null),
    text('url', 'Address of its page', ({ path }, site) => `${site.url}${path}`),
  ],
});

const claims = table({
  ...{ name: 'claims', words: 'What was said: figures that a person accepted as read, each with its words' },
  ...{ rows: (page: MeasurePage) => page.rows, columns: CLAIM_COLUMNS },
});

const cases = table<MeasurePage, HeldCase>({
  name: 'cases',
  words: 'Figures that cannot both stand, as far as that is public',
  rows: heldBy,
  columns: [
    text('case', 'Id of the case; its page is /cases/{id}', ({ held }) => held.id),
    text('measure', 'The question it is about', ({ page }) => page.record.id),
    text('status', 'open, settled, reopened, dismissed or withdrawn', ({ held }) => held.standing.status),
    instant('opened', 'When readers could first see it', ({ held }) => held.openedAt),
    text('kind', 'Why its figures differ, as the comparison found', ({ page }) => page.why?.kind ?? null),
    text('explanation', 'The same in a sentence', ({ page }) => page.why?.explanation ?? null),
    text(
      'dismissal',
      'Why a person found that nothing conflicts; empty where nobody did',
      ({ page }) => page.decision.dismissal?.reason ?? null,
    ),
    text('withdrawal', 'Why what was published was taken back; empty where it was not', ({ held }) => held.withdrawal?.reason ?? null),
    text('url', 'Address of its page', ({ held }, site) => `${site.url}/cases/${held.id}`),
  ],
});

const positions = table<MeasurePage, HeldCase & { position: PositionView; claim: string }>({
  name: 'positions',
  words: 'Claims of a case that agree with each other, one row for each claim',
  rows: (page) =>
    heldBy(page).flatMap((of) => page.positions.flatMap((position) => position.rows.map(({ id }) => ({ ...of, position, claim: id })))),
  columns: [
    text('case', 'The case', ({ held }) => held.id),
    text('position', 'Letter of the position in its case', ({ position }) => position.letter),
    text('label', 'What it says', ({ position }) => position.label),
    text('verdict', 'What the published ruling says of it; empty without one', ({ position }) => position.verdict),
    truth('accepted', 'Whether the ruling in force accepts it', ({ position }) => position.accepted),
    text('claim', 'A claim in it', ({ claim }) => claim),
  ],
});

const rulings = table<MeasurePage, HeldRuling>({
  name: 'rulings',
  words: 'Published decisions, those that were replaced as well; what was withdrawn is not among them',
  rows: rulingsOf,
  columns: [
    text('ruling', 'Id of the publication', ({ ruling }) => ruling.publicationId),
    text('case', 'The case that was decided', ({ held }) => held.id),
    text('kind', 'publication, correction, or anew after a withdrawal', ({ ruling }) => ruling.kind),
    truth('in_force', 'Whether it is the one that holds', ({ page, ruling }) => page.decision.ruling === ruling),
    text(
      'accepted',
      'The position that was accepted; empty where none was',
      ({ ruling }) => ruling.verdicts.find(({ accepted }) => accepted)?.label ?? null,
    ),
    text('reason', 'Why the figures differ, as the person found', ({ ruling }) => ruling.reason),
    text('rationale', 'The public reason, as it was written', ({ ruling }) => ruling.rationale),
    text('dissent', 'What its author said speaks against it', ({ ruling }) => ruling.dissent),
    text('certainty', 'How sure its author was', ({ ruling }) => ruling.certainty),
    text(
      'reached',
      'By one person (alone), two who agreed unseen by each other, or a third who settled it',
      ({ ruling }) => ruling.reached,
    ),
    text('notice', 'What a correction says it corrects', ({ ruling }) => ruling.notice),
    text('ruled_by', 'The role of who ruled; never a name', ({ ruling }) => ruling.ruledBy),
    instant('ruled_at', 'When', ({ ruling }) => ruling.ruledAt),
    text('published_by', 'The role of who published it', ({ ruling }) => ruling.publishedBy),
    instant('published_at', 'When', ({ ruling }) => ruling.publishedAt),
  ],
});

const evidence = table<MeasurePage, { ruling: RulingView; piece: Evidence }>({
  name: 'evidence',
  words: 'What published decisions rest on',
  rows: (page) => rulingsOf(page).flatMap(({ ruling }) => ruling.evidence.map((piece) => ({ ruling, piece }))),
  columns: [
    text('ruling', 'The publication', ({ ruling }) => ruling.publicationId),
    text('address', 'Where the evidence is', ({ piece }) => piece.url),
    text('note', 'What it shows, in the words of who ruled', ({ piece }) => piece.note),
  ],
});

const pairs = table<MeasurePage, Of & { pair: RelationView }>({
  name: 'pairs',
  words: 'How two public claims stand to each other, as the comparison found',
  rows: (page) => page.relations.map((pair) => ({ page, pair })),
  columns: [
    text('measure', 'The question both answer', ({ page }) => page.record.id),
    text('claim_a', 'One of them', ({ pair }) => pair.a.id),
    text('claim_b', 'The other', ({ pair }) => pair.b.id),
    text('kind', 'How they stand, in words', ({ pair }) => pair.kind),
    truth('conflict', 'Whether they cannot both be true', ({ pair }) => pair.alert),
    text('explanation', 'Why, in a sentence', ({ pair }) => pair.explanation),
  ],
});

const sums = table<MeasurePage, Of & { check: CheckView; claim: string; part: string }>({
  name: 'checks',
  words: 'Figures held against each other: parts and total, changes, shares, rates; one row for each term',
  rows: (page) =>
    page.checks.flatMap((check) =>
      [{ claim: check.total.id, part: 'total' }, ...check.parts.map(({ id }) => ({ claim: id, part: 'part' }))].map((term) => ({
        page,
        check,
        ...term,
      })),
    ),
  columns: [
    text('measure', 'The question on whose page it stands', ({ page }) => page.record.id),
    text('kind', 'What is reckoned', ({ check }) => check.kind),
    text('expression', 'The sum as it is written', ({ check }) => check.expression),
    text('verdict', 'pass, fail or warn', ({ check }) => check.verdict),
    text('claim', 'A claim in it', ({ claim }) => claim),
    text('term', 'Whether that is the total or a part', ({ part }) => part),
  ],
});

const changes = table<MeasurePage, Of & { change: Change }>({
  name: 'changes',
  words: 'Public events, as the histories and the feeds tell them',
  rows: (page) => page.changes.map((change) => ({ page, change })),
  columns: [
    text('event', 'Identity of the event, for good; one that concerns several measures has a row for each', ({ change }) => change.urn),
    text('measure', 'The question it concerns', ({ page }) => page.record.id),
    instant('at', 'When', ({ change }) => change.at),
    text('kind', 'What happened, as “published” or “corrected”', ({ change }) => change.kind),
    text('title', 'The same in words, with the figures', ({ change }) => change.title),
    text('reason', 'Why, where a reason was given', ({ change }) => change.reason ?? null),
    text('url', 'Where it is to be read', ({ change }, site) => `${site.url}${change.path}`),
  ],
});

/** Tables by what their rows are made from. */
export const MEASURE_TABLES: readonly Table<MeasurePage, never>[] = [
  ...[measures, claims, cases, positions, rulings, evidence, pairs, sums, changes],
] as Table<MeasurePage, never>[];

/** All of them, in the order in which they are told. */
export const TABLES: readonly Pick<Table<never, never>, 'name' | 'words' | 'columns'>[] = [
  ...[...MEASURE_TABLES, ARTICLE_TABLE, SOURCE_TABLE, SPEAKER_TABLE],
] as Table<never, never>[];
