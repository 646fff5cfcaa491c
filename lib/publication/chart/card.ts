import type { Answer } from '../answer';
import type { Site } from '../claim-review';
import type { MeasurePage } from '../measure-page';
import { type Moments, momentQuery, momentWords, TODAY } from '../moments';
import { unique } from '../rows';
import { STATUS_WORDS, type Status } from '../vocabulary';
import { type Markup, xml } from '../xml';
import { COLOURS, FONT, fileLook, type Theme } from './paint';
import { drawSpark } from './spark';
import { wrapped } from './wrapped';

/** What sharing services ask of a picture. */
export const CARD = { width: 1200, height: 630 };
const [PAD, ROOM] = [72, CARD.width - 144];

/** To who meets the picture alone, one word of some says too little. */
const MORE: Partial<Record<Status, string>> = { open: ': no ruling yet', settled: ' by a published ruling' };

const COLOUR_OF: Record<Status, string> = {
  ...{ open: 'conflict', differs: 'conflict', reopened: 'again', withdrawn: 'again' },
  ...{ settled: 'settled', dismissed: 'settled', uncontested: 'muted' },
};

/** A measure as one picture to share: its question, what is known, as of when, where it stands, and where to read on. */
export function cardFile(page: MeasurePage, { theme, site, moments = TODAY }: { theme: Theme; site: Site; moments?: Moments }): string {
  const colours = COLOURS[theme];
  const { status } = page.answer;
  const { glyph, word } = STATUS_WORDS[status];
  const question = fitted(page.title, [46, 40, 34], 3, true);
  const value = fitted(valueWords(page.answer), [76, 60, 46, 36], 2, true);
  const text = (words: string, y: number, size: number, fill: string, bold = false): Markup =>
    xml`<text x="${PAD}" y="${y}" font-size="${size}" fill="${fill}"${bold ? xml` font-weight="bold"` : null}>${words}</text>`;
  const block = ({ lines, size }: Fitted, top: number, fill: string) =>
    lines.map((line, index) => text(line, top + size * (1 + index * 1.18), size, fill, true));
  const below = 120 + question.lines.length * question.size * 1.18 + 28;
  const chip = `${glyph} ${word}${MORE[status] ?? ''}`;
  const spark = drawSpark(page, fileLook(theme));
  return String(
    xml`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" viewBox="0 0 ${CARD.width} ${CARD.height}" font-family="${FONT}"><title>${page.title}</title><rect width="${CARD.width}" height="${CARD.height}" fill="${colours.panel!}"/><rect width="14" height="${CARD.height}" fill="${colours[COLOUR_OF[status]]!}"/>${text(
      [`≠ ${site.name}`, momentWords(moments)].filter(Boolean).join('  ·  '),
      84,
      28,
      colours.muted!,
      true,
    )}${block(question, 112, colours.ink!)}${block(value, below, page.answer.form === 'none' ? colours.conflict! : colours.ink!)}${text(
      asOfWords(page.answer),
      478,
      32,
      colours.ink!,
    )}${text(chip, 530, 32, colours[COLOUR_OF[status]]!, true)}${spark && xml`<svg x="700" y="430" width="428" height="86" viewBox="0 0 160 32">${spark}</svg>`}${text(`${page.counts.words}  ·  ${site.url}/measures/${page.record.id}${momentQuery(moments)}`, 582, 24, colours.muted!)}</svg>`,
  );
}

interface Fitted {
  lines: string[];
  size: number;
}

/** The largest of some sizes at which the words fit into so many lines; at the smallest, what is too long is cut. */
function fitted(words: string, sizes: number[], most: number, bold: boolean): Fitted {
  const at = (size: number, lines: number) => wrapped(words, { room: ROOM, size, most: lines, bold });
  const size = sizes.find((candidate) => at(candidate, 99).length <= most) ?? sizes.at(-1)!;
  return { lines: at(size, most), size };
}

/** What is to be read in the card, in one sentence. */
export const cardWords = (page: MeasurePage): string =>
  `${page.title} ${valueWords(page.answer)}, ${asOfWords(page.answer)}. ${STATUS_WORDS[page.answer.status].word}.`;

/** "15 boats", and where nothing is accepted "12 boats ≠ 15 boats". */
function valueWords({ form, figures, status }: Answer): string {
  if (form === 'accepted') return figures[0]!.label;
  const labels = figures.map(({ label }) => label);
  const between = form === 'none' && status !== 'settled' ? ' ≠ ' : ' · ';
  return labels.length > 4 ? `${labels.slice(0, 3).join(between)} and ${labels.length - 3} more` : labels.join(between);
}

/** "as of 1 March 2026"; of several days all of them, three at most. */
function asOfWords({ form, figures }: Answer): string {
  const days = unique((form === 'accepted' ? figures.slice(0, 1) : figures).map(({ asOf }) => asOf));
  if (days.length === 1) return days[0] === 'no date given' ? 'as of no date that anybody gave' : `as of ${days[0]}`;
  return `as of ${days.slice(0, 3).join(', ')}${days.length > 3 ? ' and other days' : ''}`;
}
