import { actFamily, TOOK } from './act-family';
import { actOf, countsPeople } from './acts';
import { isState } from './people';
import { type Predicate, withPhrase } from './predicate';
import { talliedBy } from './tally';
import type { ArticleView, Mention } from './view';

/** Neutral words for what is counted: "patients recovered", "provided assistance to countries", "confirmed cases". */
export function measureWords(view: ArticleView, mention: Mention, predicate: Predicate): string {
  const { quantity } = mention;
  const people = quantity.noun === null && quantity.unit === null && countsPeople(actFamily(predicate, []));
  const tally = talliedBy(quantity);
  const about = people && tally === null ? null : quantity.about;
  const thing = (quantity.noun ?? about) || quantity.unit || (people ? 'people' : 'figure');
  const plain =
    thing.charAt(0) === thing.charAt(0).toUpperCase() && !/\p{Lu}/u.test(thing.slice(1)) && thing.includes(' ') === false
      ? thing.toLowerCase()
      : thing;
  if (
    predicate.verb === null ||
    // The verb beside a sum only moves it, and a state says itself what happened.
    tally !== null ||
    isState(plain) ||
    plain
      .toLowerCase()
      .split(/[\s-]+/)
      .includes(predicate.verb)
  )
    return plain;
  if (predicate.role === 'subject')
    return actOf(predicate.verb) !== null && sameAct(plain, predicate.verb) ? plain : `${plain} ${doneBy(predicate)}`;
  // What a measured figure is about names it whole: "house bought", not "bought house for house".
  const named = quantity.noun === null && about !== null;
  if (named && AMOUNTS.has(predicate.verb)) return plain;
  if (!named && predicate.preposition !== '' && predicate.lead.includes(' ')) {
    // A long way from verb to figure is shortened to its two ends.
    const lead = predicate.lead.split(' ').length > 5 ? `${predicate.verb} ${predicate.preposition}` : predicate.lead;
    return `${lead} ${plain}`;
  }
  if (predicate.state !== null) return `${plain} left ${predicate.state}`;
  const object = named ? '' : withPhrase(view.tokens, mention).join(' ');
  if (people && object === '') return `${plain} ${predicate.lead.endsWith(' off') ? 'laid off' : participle(predicate.verb)}`;
  return object === '' ? `${plain} ${predicate.verb}` : `${plain} ${predicate.verb} with ${object}`;
}

/** "took" of "took part" says nothing by itself. */
const doneBy = ({ verb, objects }: Predicate): string =>
  verb !== null && TOOK.test(verb) && objects[0] === 'part' ? `${verb} part` : `${verb}`;

/** "kills 40", "killing 40": the people are killed. */
const participle = (verb: string): string => verb.replace(/(?:e?s|ing)$/, 'ed');

/** "losses came to 4 million": the verb only leads to the figure. */
const AMOUNTS: ReadonlySet<string> = new Set('came come comes stood stand stands amounted amount'.split(' '));

const sameAct = (thing: string, verb: string): boolean =>
  thing
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => actOf(word) === actOf(verb));
