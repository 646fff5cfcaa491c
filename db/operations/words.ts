/** What a field is called in its form, what to say when it was left empty, and what to do then. */
interface FieldWords {
  called: string;
  empty: string;
  next: string;
}

const letterOf = (place: string | undefined): string => String.fromCharCode(65 + Number(place ?? 0));
const field = (called: string, next = 'Fill it in and send it again.', empty = `${called} is empty.`): FieldWords => ({
  called,
  empty,
  next,
});

/** Names as they are sent, with places in lists left out. Refusals are read by people, and nobody sees a name like "verdict.0". */
const WORDS: Record<string, (places: string[]) => FieldWords> = {
  verdict: ([place]) =>
    field(`The verdict on ${letterOf(place)}`, 'Choose one for each position.', `Position ${letterOf(place)} has no verdict.`),
  accepted: () => field('The accepted position', 'Choose one of the positions, or none.'),
  reasonCode: () => field('“Why they differ”', 'Choose the reason that fits best.', '“Why they differ” is not chosen.'),
  rationale: () => field('The reason', 'Say in a sentence why, so that a reader can follow it.'),
  evidence: () => field('The evidence', 'Add a link, or say that none was found.'),
  'evidence.url': ([place]) => field(`Link ${Number(place) + 1}`, 'Give a link that begins with https:// or http://.'),
  'evidence.note': ([place]) => field(`What link ${Number(place) + 1} shows`),
  noEvidence: () => field('“I looked, and found none”', 'Tick it or leave it open.'),
  reason: () => field('The reason', 'Say in a sentence why, so that a reader can follow it.'),
  notice: () => field('The notice of the correction'),
  certainty: () => field('“How sure you are”', 'Choose one of the words offered, or none.'),
  dissent: () => field('What speaks against it'),
  review: () => field('How its cases are decided', 'Say “blind”, “single” or “default”.'),
  revision: () => field('The revision', 'Load the page again and send it from there.', 'It is not said which revision was seen.'),
  seen: () => field('The readings that were seen', 'Load the page of the article again and send it from there.'),
  from: () => field('How it stood', 'Load the page again and send it from there.'),
  lookBy: () => field('Who asked for a second look', 'Load the page again and send it from there.'),
  status: () => field('As what the reading was seen', 'Load the page again and send it from there.'),
  id: () => field('The address', 'Go to it from the queue.', 'It is not said which case, claim, article or person is meant.'),
  other: () => field('The other claim', 'Choose one from the list of suggestions.', 'It is not said which other claim is meant.'),
  about: () => field('What is asked', 'Say “question”, “utterance” or “occasion”.'),
  word: () => field('Your word', 'Say “same”, “different” or “unsure”.', 'It is not said whether the two are the same.'),
  person: () => field('In whose name', 'Choose somebody from the list.'),
  scopes: () => field('What the key is for', 'Tick what it may do.', 'It is not said what the key is for.'),
  quote: () => field('The selected words', 'Select them in the text, or paste them.', 'No words are selected.'),
  place: () => field('The place of the words', 'Select them in the text, or paste them.'),
  speaker: () => field('“Said by”'),
  speakerRole: () => field('The role of the speaker'),
  asOf: () => field('“As of”', 'Write it as 2031-05-04, or as a month or year.'),
  scope: () => field('The places', 'Name them with commas between them.'),
  noun: () => field('What is counted'),
  text: () => field('The text', 'Paste the words of the article.'),
  outlet: () => field('The outlet', 'Say who published it.'),
  publishedAt: () => field('“Published on”', 'Write it as 2031-05-04, or as a month or year.'),
  day: () => field('The day', 'Write it as 2031-05-04.'),
  title: () => field('The title'),
  byline: () => field('The author'),
  url: () => field('The link', 'Give a link that begins with https:// or http://.'),
  language: () => field('The language'),
  guard: () => field('Whether stored articles are looked through', 'Send true or false.'),
  as: () => field('What it is', 'Choose one of those offered: of an article “copy”, “version” or “separate”, of a speaker what it is.'),
  acceptRest: () => field('“Accept the others”', 'Tick it or leave it open.'),
  judge: () => field('What you said of the readings', 'Send a list, if need be an empty one.'),
  'judge.at': ([place]) => field(`The place of reading ${Number(place) + 1}`, 'Make the preview again.'),
  'judge.word': ([place]) => field(`Your word on reading ${Number(place) + 1}`, 'Accept it, reject it, or leave it open.'),
  'judge.reason': ([place]) => field(`Why reading ${Number(place) + 1} is wrong`),
  newOutlet: () => field('“This is a new outlet”', 'Tick it or leave it open.'),
  email: () => field('The e-mail address'),
  name: () => field('The name'),
  into: () => field('The one it is merged into', 'Choose one from the list.', 'It is not said what it is merged into.'),
  unit: () => field('The unit'),
  aggregation: () => field('“How it behaves”', 'Choose one, or leave it empty.'),
  page: () => field('The page', 'Give its address, from the first slash on.'),
  what: () => field('What it is', 'Choose one of those offered.', 'It is not said what it is.'),
  words: () => field('What you have to say', 'Say in a sentence what is wrong, and how you know.'),
  contact: () => field('How to reach you'),
  outcome: () => field('What became of it', 'Choose one of those offered.', 'It is not said what became of it.'),
  answer: () => field('The answer', 'Say in a sentence what was done, or why nothing was.'),
  counts: () => field('“What counts”'),
  countsNot: () => field('“What does not count”'),
  addsUp: () => field('“How it adds up”'),
  reviewDays: () => field('“Look again after (days)”', 'Give whole days, or leave it empty.'),
  topics: () => field('The topics', 'Write one on a line.'),
  places: () => field('The places', 'Write one on a line.'),
  claims: () => field('The claims that leave', 'Choose at least one.', 'No claim is chosen.'),
  role: () => field('The role', 'Choose one of the roles.', 'No role is chosen.'),
  password: () => field('The password'),
  old: () => field('Your password', 'Type the one you sign in with.'),
  code: () => field('The code', 'Type the six digits that your app shows.'),
  token: () => field('The link', 'Open it again as it was sent to you, whole.'),
  form: () => field('The form', 'Go back to the page and keep the draft from there.', 'It is not said which form the draft is of.'),
  fields: () => field('The draft', 'Go back to the page and keep the draft from there.'),
  version: () => field('Which draft was seen'),
  work: () => field('What is to be done', 'Say “reread” or “digest”.', 'It is not said what is to be done.'),
  kind: () => field('What is followed', 'Say “measure”, “source” or “speaker”.', 'It is not said what is followed.'),
  follow: () => field('“Follow”', 'Tick it or leave it open.'),
  one: () => field('What is read', 'Choose it from the list.'),
  app: () => field('What you are told in the app', 'Tick it or leave it open.'),
  mail: () => field('What you are told by mail', 'Tick it or leave it open.'),
  letters: () => field('“Single keys”', 'Tick it or leave it open.'),
  keys: () => field('The keys', 'Write each as it is printed beside its field.'),
  reset: () => field('“As delivered”', 'Tick it or leave it open.'),
  articles: () => field('The list of articles', 'Send a list, if need be an empty one.', 'There is no list of articles.'),
  externalId: () => field('The name its source gives it'),
  demoNote: () => field('The note that it is a demonstration'),
  to: () => field('Whom it is given to', 'Choose somebody from the list, or nobody.'),
  until: () => field('The day', 'Choose a day that is still to come.'),
  lasting: () => field('How long', 'Choose one of the list, or a day.'),
  flag: () => field('The mark', 'Write a word or two.'),
  split: () => field('The part of the queue', 'Choose one of the parts.', 'It is not said from which part of the queue.'),
  measure: () => field('The measure', 'Write its title, or leave it out.'),
  who: () => field('With whom', 'Choose somebody from the list, or leave it out.'),
  asked: () => field('The source that was asked', 'Write its name, or leave it out.'),
  source: () => field('The outlet', 'Write its name, or leave it out.'),
  severity: () => field('The severity', 'Say “high” or “normal”, or leave it out.'),
  age: () => field('The age', 'Write a whole number of days from 1 to 9999.'),
  act: () => field('What to do', 'Choose one of the list.', 'It is not said what to do with the rows.'),
  item: () => field('What is chosen', 'Tick some rows of the list.', 'Nothing is chosen.'),
  shared: () => field('“For everybody at the desk”', 'Tick it or leave it open.'),
  query: () => field('The filters', 'Go back to the queue and keep them from there.'),
  order: () => field('The order', 'Choose one of the two.', 'No order is chosen.'),
  band: () => field('The number of the oldest', 'Write a whole number from 1 to 1000.'),
  staleDays: () => field('The number of days', 'Write a whole number from 1 to 3650.'),
  seq: () => field('The number of the act', 'Choose an act from the list.'),
  share: () => field('The share', 'Write a whole number from 0 to 100.'),
  of: () => field('Whom you asked', 'Name the person or the office.', 'It is not said whom you asked.'),
  on: () => field('What the note is about, or the day', 'Choose it from the list, or write the day as 2031-05-04.'),
  note: () => field('The note', 'Choose one from the list of your mentions.'),
  window: () => field('The window', 'Load the page again.', 'It is not said which window is meant.'),
  presence: () => field('Whether you are there', 'Say “works”, “looks” or “leaves”.', 'It is not said whether you are there.'),
  last: () => field('Whether this is the last batch', 'Send true or false.'),
};

/** @param path of the field in the input: ["verdict", "0"], ["evidence", "2", "url"], ["articles", "4", "title"]. */
export function wordsOfField(path: readonly string[]): FieldWords {
  const [list, place, ...inner] = path;
  if (list === 'articles' && place !== undefined) return ofArticle(Number(place) + 1, inner);
  const places = path.filter((part) => /^\d+$/.test(part));
  const named = path.filter((part) => !/^\d+$/.test(part)).join('.');
  const known = Object.hasOwn(WORDS, named)
    ? WORDS[named]
    : ['fields', 'keys', 'app', 'mail'].includes(path[0] ?? '')
      ? WORDS[path[0] as string]
      : undefined;
  return known?.(places) ?? field('A field');
}

/** A field of one article in a batch, or the article itself. */
function ofArticle(number: number, inner: readonly string[]): FieldWords {
  if (inner.length === 0) return field(`Article ${number}`, 'Send its fields.');
  const { called, empty, next } = wordsOfField(inner);
  return { called: `Article ${number}: ${called}`, empty: `Article ${number}: ${empty}`, next };
}
