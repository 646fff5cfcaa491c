/** A text of an agency that nobody ever sent, and what editors do to one. Two figures: 12 barges sunk, 340 people sleeping in halls. */
export const WIRE = [
  'A spring tide tore the barges of Lisby harbour from their moorings on Monday night and sank 12 barges before the pilots could reach the outer quay, the harbour office said.',
  'The water rose faster than the gauge at the old customs house has ever shown, and the ferry to Otter Island turned back twice before its captain gave up and tied it to the coal pier.',
  'Some 340 people slept in school halls after the lower streets were cleared, said Mara Lund, who leads the town council. "We opened every hall that has a stove and we shall keep them open until the cellars are dry," Lund said.',
  'Bakers near the fish market carried their flour up to the first floor by hand, and a choir that had come to sing at the spring fair made soup for the crews instead.',
  'Engineers will look at the sea wall on Thursday. Its northern arm was mended two years ago with stone from a quarry that has closed since, and the council has not yet found another one that delivers blocks of the same size.',
  'The harbour office asked owners to leave the wrecks alone until divers have closed the fuel tanks. A film of oil reached the reeds behind the boatyard, where volunteers laid straw bales along the bank and counted the geese.',
  'Trains on the coast line ran with delays of up to an hour because branches lay on the track between Lisby and Hallow, the railway said. The line was free again by noon.',
  'Forecasters expect the wind to turn east by Wednesday, which would push the next high water away from the town. A smaller tide is due on Friday, and the pilots have moved what still floats into the inner basin.',
] as const;

/** Another reporter's text about the same night, with the same two quotes in it. */
export const WITNESS = [
  'When the cables snapped, Jon Arden was counting rope in his shed. By the time he had found his boots, he says, three hulls were drifting past his window with nobody on them.',
  'Arden has watched this basin for forty years and puts the losses higher than the office does. He and two neighbours walked the quays at dawn and wrote down 15 barges gone, each with its name.',
  'Up the hill the gymnasium smelled of wet wool. Children played cards under the climbing bars while their parents queued for the one socket that still worked.',
  '"We opened every hall that has a stove and we shall keep them open until the cellars are dry," Lund said.',
  'Nobody here blames the pilots. They blame the wall, and the men who chose cheap stone for its northern arm although the old masons warned them in two long letters.',
  'Arden means to read those letters aloud at the next meeting. He keeps copies in a biscuit tin, above the waterline.',
] as const;

export const textOf = (paragraphs: readonly string[]): string => paragraphs.join('\n\n');

const all = (...before: string[]) => textOf([...before, ...WIRE]);
const changed = (from: string | RegExp, to: string) => textOf(WIRE).replace(from, to);

/** Fourteen articles made of that one text, by what was done to it. */
export const CUTS: Readonly<Record<string, string>> = {
  'as it came': all(),
  'under a headline of its own': all('Twelve vessels lost in a night of high water'),
  'with dateline and agency line': all('LISBY, March 3 (Otter Wire) --', 'By our correspondent on the coast'),
  'the first two paragraphs': textOf(['Tide sinks barges', ...WIRE.slice(0, 2)]),
  'the first five paragraphs': textOf(WIRE.slice(0, 5)),
  'the last half': textOf(['After the tide', ...WIRE.slice(4)]),
  'with a last paragraph added': textOf([
    ...WIRE,
    'The rowing club of our own town sent blankets, and its chairman asks readers for dry boots in all sizes.',
  ]),
  'a paragraph taken out of the middle': textOf([...WIRE.slice(0, 3), ...WIRE.slice(5)]),
  'paragraphs in another order': textOf([WIRE[0], ...WIRE.slice(4, 7), ...WIRE.slice(1, 4), WIRE[7]]),
  'one sentence told in other words': changed(WIRE[6].split('. ')[0]!, 'Fallen trees slowed the morning trains between the two towns'),
  'brought up to date': changed('12 barges', '14 barges').replace('Some 340', 'Some 410').replace('on Thursday', 'on Wednesday'),
  'a word changed in every other sentence': changed('tore', 'ripped')
    .replace('faster', 'quicker')
    .replace('cleared', 'emptied')
    .replace('Bakers', 'Grocers')
    .replace('asked', 'begged')
    .replace('expect', 'want'),
  'in capitals and curly quotes, wrapped': textOf(WIRE)
    .toUpperCase()
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/(.{60}\S*) /g, '$1\n'),
  'between advertisements': WIRE.map((paragraph) => `${paragraph}\n\nRead more: the ten best seaside walks`).join('\n\n'),
};
