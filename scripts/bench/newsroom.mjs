/**
 * Articles of made-up events, as many as wanted and always the same: each event is told by twelve papers over three days, with figures
 * of its own that some papers tell differently. About 5 kB and nine figures each; places and people of an event are its own.
 */
const SYLLABLES = 'bar ven tol mir sal dor kest lun har vik ost fen gra nor pel rud sim tav wex yor'.split(' ');
const KINDS = ['flood', 'storm', 'fire', 'strike', 'landslide', 'ferry accident', 'explosion', 'heat wave'];
const PAPERS = 40;
const TOLD_BY = 12;

function randomFrom(seed) {
  let state = (seed * 2654435761 + 12345) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

function eventOf(number) {
  const random = randomFrom(number + 1);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const name = () => {
    const word = pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES);
    return word[0].toUpperCase() + word.slice(1);
  };
  const size = 10 ** (1 + 3 * random());
  const figure = (share) => Math.max(2, Math.round(size * share * (0.5 + random())));
  return {
    kind: pick(KINDS),
    town: name(),
    river: name(),
    people: [name(), name(), name()].map((last) => `${name()} ${last}`),
    day: Math.floor(number / 3),
    figures: {
      dead: figure(0.02),
      hurt: figure(0.2),
      homes: figure(0.6),
      schools: figure(0.03),
      km: figure(0.05),
      rescued: figure(0.3),
      cost: figure(0.02),
      arrests: figure(0.02),
      share: 5 + Math.floor(random() * 80),
    },
    random,
  };
}

const FILLERS = [
  (e) => `People in ${e.town} said they had never seen anything like it, and many left for the hills before dark.`,
  (e) => `${e.people[0]}, the mayor, asked everybody to stay away from the banks of the ${e.river} until the danger was over.`,
  (e) => `Neighbours brought blankets, soup and dry clothes to the hall behind the church of ${e.town}.`,
  (e) => `The road along the ${e.river} was still blocked by trees in the evening, and crews worked through the night.`,
  (e) => `"We will build it up again," said ${e.people[1]}, who runs the bakery beside the market.`,
  () => 'The government promised help without saying how much, and the opposition asked for a debate in parliament.',
  () => 'Experts warned that such days would come more often, and that the old drains were never made for them.',
  (e) => `The railway to ${e.town} will stay shut for a while, the operator said, and buses run instead.`,
  (e) => `${e.people[2]}, a teacher, spent the night on the roof of the school with her class and a dog.`,
];

const TELLS = [
  (e, f) => `At least ${f('dead')} people died in the ${e.kind} in ${e.town}, police said.`,
  (e, f) => `The ${e.kind} injured ${f('hurt')} people in ${e.town}, according to the hospital.`,
  (e, f) => `About ${f('homes')} homes were damaged along the ${e.river}.`,
  (e, f) => `The ${e.kind} closed ${f('schools')} schools in ${e.town}, officials said.`,
  (e, f) => `Some ${f('km')} km of the line beside the ${e.river} were washed away.`,
  (e, f) => `Crews rescued ${f('rescued')} people from the roofs of ${e.town}.`,
  (e, f) => `The repairs in ${e.town} will cost ${f('cost')} million dollars, ${e.people[0]} said.`,
  (e, f) => `Police arrested ${f('arrests')} people for looting in ${e.town}.`,
  (_e, f) => `Nearly ${f('share')} percent of the town was without power.`,
];

const DAY_MS = 86_400_000;
const START = Date.UTC(2015, 0, 1);

/** Article `number` of the stream, as the importer takes it. */
export function articleOf(number) {
  const event = eventOf(Math.floor(number / TOLD_BY));
  const paper = number % TOLD_BY;
  const random = randomFrom(number * 7 + 3);
  const f = (name) => {
    const value = event.figures[name];
    // One paper in eight has another figure.
    return random() < 0.125 ? value + 1 + Math.floor(value * random() * 0.4) : value;
  };
  const lines = TELLS.map((tell) => tell(event, f));
  for (let size = lines.join(' ').length, at = Math.floor(random() * 9); size < 4900; at += 1) {
    const line = FILLERS[at % FILLERS.length](event);
    lines.splice(Math.floor(random() * (lines.length + 1)), 0, line);
    size += line.length + 1;
  }
  const published = new Date(START + (event.day + (paper % 3)) * DAY_MS).toISOString().slice(0, 10);
  return {
    externalId: `made/${number}`,
    text: lines
      .map((line, at) => line + (at % 4 === 3 ? '\n\n' : ' '))
      .join('')
      .trim(),
    outlet: `Paper ${(number * 5) % PAPERS}`,
    publishedAt: published,
    title: `The ${event.kind} in ${event.town}`,
    byline: null,
    url: null,
    language: 'en',
    demoNote: null,
  };
}

/** So many of the events that were told last are told of in short notes as well, and in so many notes each. */
const NOTED = 50;
const NOTES_EACH = 20;

const toldBefore = (number) => Math.max(1, Math.floor(number / TOLD_BY));
const notedOf = (number) => Math.min(toldBefore(number), NOTED);

/** How many notes there are before article `number`: the measures they stand in are as long in a small record as in a large one. */
export const notesBefore = (number) => notedOf(number) * NOTES_EACH;

/** A short note with one figure on an event that was told lately before article `number`; `k` makes it another one each time. */
export function noteOf(number, k) {
  const event = eventOf(toldBefore(number) - 1 - (k % notedOf(number)));
  const homes = event.figures.homes + k;
  return {
    ...articleOf(number),
    externalId: `note/${number}/${k}`,
    text: `About ${homes} homes were damaged along the ${event.river}, ${event.people[1]} said in ${event.town} on behalf of ${event.people[2]}.`,
    outlet: `Paper ${k % PAPERS}`,
  };
}
