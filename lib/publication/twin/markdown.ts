import { dayWords } from '@/lib/base';
import { phraseText } from '../answer';
import type { ArticlePage } from '../article-page';
import type { ClaimPage } from '../claim-page';
import type { Site } from '../claim-review';
import { instantWords } from '../days';
import type { RulingView } from '../decision';
import { LICENCE } from '../licence';
import type { MeasurePage } from '../measure-page';
import type { Piece } from '../passage';
import type { ClaimRow } from '../rows';
import { STATUS_WORDS, VERDICT_WORDS } from '../vocabulary';
import { quoteText } from './columns';

/** Text as it may stand in Markdown: one line, of which no sign is markup, nor HTML. */
const md = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|~&!{}$]/g, '\\$&')
    .replace(/^([-+=]|\d+[.)])/, '\\$1');

/** An address in angle brackets, with nothing in it that ends them. */
const bracketed = (address: string): string => `<${address.replace(/[<>\s]/g, encodeURIComponent)}>`;

const link = (words: string, address: string): string => `[${md(words)}](${bracketed(address)})`;

/** Paragraphs, without those that say nothing. */
const pageOf = (...blocks: (string | null | false)[]): string =>
  `${blocks.filter((block) => block !== null && block !== false && block !== '').join('\n\n')}\n`;

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const section = (heading: string, ...blocks: (string | null | false)[]): string | null => {
  const inside = blocks.filter((block): block is string => Boolean(block));
  return inside.length === 0 ? null : [`## ${heading}`, ...inside].join('\n\n');
};

const foot = (address: string, licence = LICENCE.words): string => `---\n\nAddress: <${address}>\n\n${md(licence)}`;

function claimTable(rows: readonly ClaimRow[], site: Site): string {
  const head = ['Figure', 'As of', 'Said by', 'Source', 'Published', 'Ruling', 'Words'];
  return table(
    head,
    rows.map((row) => [
      link(row.figureNoun, `${site.url}${row.path}`),
      md(row.asOf),
      row.speaker ? `${md(row.speaker)}${row.speakerInferred ? ' (inferred)' : ''}` : '',
      md(row.source),
      md(row.published),
      row.verdict ? VERDICT_WORDS[row.verdict].word : '',
      row.claim.article.withheld ? 'withheld' : `“${md(quoteText(row.claim))}”`,
    ]),
  );
}

const rulingWords = (ruling: RulingView | null): string | null =>
  ruling &&
  [
    ...ruling.verdicts.map(
      ({ label, verdict, accepted }) => `- ${md(label)}: ${VERDICT_WORDS[verdict].word}${accepted ? ', the accepted one' : ''}`,
    ),
    '',
    md(ruling.rationale),
    ...(ruling.dissent ? ['', `Against it: ${md(ruling.dissent)}`] : []),
    '',
    `Ruled by ${md(ruling.ruledBy)} on ${dayWords(ruling.ruledAt)}, published by ${md(ruling.publishedBy)} on ${dayWords(ruling.publishedAt)}.`,
    ...ruling.evidence.map((piece) => `- Evidence: ${md(piece.note)}${piece.url ? ` ${bracketed(piece.url)}` : ''}`),
  ].join('\n');

/** A measure’s page as Markdown: the answer first, then what it rests on. */
export const measureMd = (page: MeasurePage, site: Site): string =>
  pageOf(
    `# ${md(page.title)}`,
    md(phraseText(page.answer.sentence)),
    `${STATUS_WORDS[page.answer.status].word}; ${md(page.counts.words)}.`,
    page.reason && md(page.reason),
    section('Positions', positionLines(page)),
    page.why &&
      section('Why they differ', md(page.why.explanation), page.why.possibleReasons.map((reason) => `- ${md(reason)}`).join('\n')),
    section('Every claim', claimTable(page.rows, site)),
    section('How it was decided', rulingWords(page.decision.ruling), page.decision.dismissal && md(page.decision.dismissal.words)),
    section('History', page.changes.map(({ at, title, path }) => `- ${instantWords(at)}: ${link(title, `${site.url}${path}`)}`).join('\n')),
    foot(`${site.url}${page.path}`),
  );

const positionLines = ({ positions }: MeasurePage): string =>
  positions
    .map(
      ({ letter, label, sources, verdict, accepted }) =>
        `- ${letter}: ${md(label)} (${md(sources.join(', '))})${verdict ? `, ${VERDICT_WORDS[verdict].word}` : ''}${accepted ? ', the accepted one' : ''}`,
    )
    .join('\n');

/** A case as Markdown: the claims of its positions, and the ruling or the plain word that there is none. */
export function caseMd(page: MeasurePage, caseId: string, site: Site): string {
  const contested = page.positions.flatMap(({ rows }) => rows);
  return pageOf(
    `# Case: ${md(page.title)}`,
    md(phraseText(page.answer.sentence)),
    section('Positions', positionLines(page)),
    page.why && section('Why they differ', md(page.why.explanation)),
    section('The claims', contested.length > 0 && claimTable(contested, site)),
    section(
      'The ruling',
      rulingWords(page.decision.ruling) ?? 'No ruling is published.',
      page.decision.dismissal && md(page.decision.dismissal.words),
    ),
    foot(`${site.url}/cases/${caseId}`),
  );
}

export function claimMd({ title, row, claim, measure, reading, acceptedBy }: ClaimPage, site: Site): string {
  const ruling = measure.decision.ruling;
  return pageOf(
    `# ${md(title)}`,
    row.verdict && ruling
      ? `${VERDICT_WORDS[row.verdict].word}. ${md(ruling.oneLine)}`
      : row.contested
        ? 'No ruling yet. This figure is contested.'
        : 'No ruling yet.',
    claim.article.withheld ? 'The words of the article are withheld.' : `> ${md(quoteText(claim))}`,
    `${md(row.source)}, published ${md(row.published)}; figure as of ${md(row.asOf)}.`,
    section(
      'How it was read',
      reading.map(({ field, value, basis }) => `- ${field}: ${md(value)}${basis ? ` (${basis})` : ''}`).join('\n'),
      `Accepted by ${md(acceptedBy)}.`,
    ),
    section('Where it stands', `Answers: ${link(measure.title, `${site.url}${measure.path}`)}`),
    foot(`${site.url}${row.path}`),
  );
}

/** An article as far as its words are shown, the words of each claim in bold with a way to it. */
export function articleMd({ article, stretches, policy, cutBefore, cutAfter, claims }: ArticlePage, site: Site): string {
  const withheld = policy === 'withheld';
  const gaps = stretches.flatMap((pieces, at) => [...(at > 0 ? ['[…]'] : []), passage(pieces, site)]);
  return pageOf(
    `# ${md(withheld ? 'Article withheld for legal reasons' : (article.title ?? 'Article without a title'))}`,
    [article.source?.name, article.byline, article.publishedAt && dayWords(article.publishedAt)]
      .filter(Boolean)
      .map((words) => md(words as string))
      .join(' · '),
    article.url && `Original: ${bracketed(article.url)}`,
    article.demoNote && md(article.demoNote),
    !withheld && section('In its words', cutBefore && '[…]', ...gaps, cutAfter && '[…]'),
    section('Claims on record', claims.map(({ id, text }) => `- ${link(text, `${site.url}/claims/${id}`)}`).join('\n')),
    foot(
      `${site.url}/articles/${article.id}`,
      'The words belong to the article they come from, and are shown in short as the law on quotation allows.',
    ),
  );
}

const passage = (pieces: Piece[], site: Site): string =>
  pieces
    .map(({ text, claim }) =>
      claim === null
        ? text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&!{}$]/g, '\\$&')
        : `**${link(text, `${site.url}/claims/${claim}`)}**`,
    )
    .join('');
