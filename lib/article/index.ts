/**
 * article knows the shape of a text: its wording without layout, paragraphs, sentences, language, dateline, the agency it comes from, and which texts
 * are reprints of one. It refuses to know what the sentences say.
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
