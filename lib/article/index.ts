/**
 * article knows the shape of a text: its wording without layout, paragraphs, sentences, language, dateline, the agency it comes from, which texts
 * are reprints of one, and what of a text became what of another. It refuses to know what the sentences say.
 */
export { namesOfAgency, type Published, publishedBy } from './agency';
export { type Dateline, datelineOf } from './dateline';
export { detectLanguage, isRead } from './language';
export { type Paragraph, paragraphsOf } from './lines';
export { normalForm } from './normal';
export { type Compared, originsAmong } from './origins';
export { haveOneOrigin, type Passages, passagesOf, sharedPassages } from './passages';
export { placesOfQuote } from './quote';
export { type Sentence, sentencesOf } from './sentences';
export { type ChangedNumber, changedNumbers, stillAt, type TextPart, textChanges, tokensOf } from './text-changes';
