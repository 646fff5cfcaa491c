import { dayWords } from '@/lib/base';
import { type Answer, phraseText } from './answer';
import { figureWithNoun } from './figures';
import { type MeasurePage, measurePage } from './measure-page';
import type { MeasureRecord, PublicClaim } from './record';
import { sourceName } from './rows';
import { STATUS_WORDS } from './vocabulary';

/** One thing that is other in the later of two editions. `before` and `after` are null where there was, or is, none. */
export interface EditionChange {
  what: string;
  before: string | null;
  after: string | null;
  /** The claim it is about. */
  claim: string | null;
}

/** What changed for readers from one edition to another, in the order of the page. */
export function compareEditions(before: MeasureRecord | null, after: MeasureRecord | null): EditionChange[] {
  const [one, other] = [before && measurePage(before), after && measurePage(after)];
  const said = (read: (page: MeasurePage) => string | null) => [one && read(one), other && read(other)] as const;
  const lines: [string, (page: MeasurePage) => string | null][] = [
    ['Question', ({ title }) => title],
    ['Answer', ({ answer }) => phraseText(answer.sentence)],
    ['Status', ({ answer }) => statusWord(answer)],
    ['Reason', ({ reason }) => reason],
    ['What counts', ({ record }) => record.definition?.counts ?? null],
    ['What does not count', ({ record }) => record.definition?.countsNot ?? null],
  ];
  const changed = lines.flatMap(([what, read]): EditionChange[] => {
    const [was, is] = said(read);
    return was === is ? [] : [{ what, before: was, after: is, claim: null }];
  });
  return [...changed, ...claimChanges(before?.claims ?? [], after?.claims ?? [])];
}

const statusWord = ({ status }: Answer): string => STATUS_WORDS[status].word;

function claimChanges(before: readonly PublicClaim[], after: readonly PublicClaim[]): EditionChange[] {
  const [was, is] = [new Map(before.map((claim) => [claim.id, claim])), new Map(after.map((claim) => [claim.id, claim]))];
  const gone = before.filter(({ id }) => !is.has(id)).map((claim) => lineOf('Claim no longer there', claim, null));
  const added = after.filter(({ id }) => !was.has(id)).map((claim) => lineOf('Claim added', null, claim));
  const reread = after.flatMap((claim) => {
    const earlier = was.get(claim.id);
    return earlier && claimWords(earlier) !== claimWords(claim) ? [lineOf('Claim read otherwise', earlier, claim)] : [];
  });
  return [...added, ...reread, ...gone];
}

const lineOf = (what: string, before: PublicClaim | null, after: PublicClaim | null): EditionChange => ({
  ...{ what, before: before && claimWords(before), after: after && claimWords(after) },
  claim: (after ?? before)!.id,
});

/** What a reader would see of it in a table: figure, speaker, source and day. */
const claimWords = (claim: PublicClaim): string =>
  [
    figureWithNoun(claim),
    claim.speaker && `said by ${claim.speaker.name}`,
    `in ${sourceName(claim)}`,
    claim.asOf && `as of ${dayWords(claim.asOf)}`,
    claim.article.retracted && 'taken back by its source',
  ]
    .filter(Boolean)
    .join(', ');
