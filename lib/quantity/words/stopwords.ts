import { MONTHS, WEEKDAYS, WordList, words } from '../../base';
/** Words that open something new after a counted thing: prepositions, conjunctions, determiners, pronouns. */
export const CLOSED = words(`
a about above according across after against all along alongside amid among amongst an and any anyone anything around as at because before behind below
beneath beside besides between beyond both but by despite down due during each either every except for from further he her hers herself him himself his how
however i if in including inside instead into it its itself just like me more most much my near nearly neither no nor not of off on once only
onto or our out outside over own per plus rather she since so some such than that the their theirs them themselves then there these they this
those though through throughout till to together too toward towards under unless until up upon us versus via vs was we were what whatever when where
whereas whether which while who whom whose why with within without would yet you your
ago already almost also always apart aside away back early earlier else even ever everywhere here later least less never next nonetheless now
nowadays often overall perhaps respectively soon still thereby therefore thus today tomorrow tonight yesterday worldwide nationwide online
daily weekly monthly annually yearly combined altogether alone apiece upward upwards aboard onboard abroad ashore`);

/** Finite verbs and auxiliaries that end a noun phrase. Regular pasts ("donated") are known by their ending. */
export const VERBS = words(`
am are be been being can could did do does doing done had has have having is may might must ought shall should was were will would won't
can't cannot couldn't didn't doesn't don't hadn't hasn't haven't isn't aren't wasn't weren't wouldn't shouldn't
say says said saying tell tells told come comes came coming died tied owed used go goes went gone going get gets got gotten getting give gives gave given giving
take takes took taken taking make makes made making see sees saw seen seeing know knows knew known think thinks thought find finds found
become becomes became begin begins began begun bring brings brought bringing build builds built buy buys bought catch caught choose chose chosen
cut cuts deal dealt die dies dying draw drew drawn drive drove driven eat ate eaten fall falls fell fallen falling feel felt fight fought flee
fled fly flew flown forget forgot forgotten grow grows grew grown growing hang hung hear heard hide hid hidden hit hits hold holds held holding
hurt keep keeps kept keeping lead leads led leave leaves left leaving lend lent let lets lie lies lay lain lose loses lost losing mean means
meant meet meets met pay pays paid put puts read ride rode ridden rise rises rose risen rising run runs ran running seek seeks sought sell
sells sold send sends sent sending set sets shake shook shoot shot shut sit sits sat sleep slept speak speaks spoke spoken spend spends spent
spread stand stands stood steal stole stolen stick stuck strike struck swim swam teach taught tear tore torn throw threw thrown wake woke
broke blew bore bent forbade froze forgave knelt laid leapt lit quit rang sang sank shone shrank slid sprang swore swept swung wept drank dug
underwent overcame overtook undertook withheld withstood rebuilt repaid rewrote wear wears wore win wins won winning withdraw withdrew write writes wrote written
remain remains include includes need needs want wants use uses seem seems appear appears show shows receive receives join joins
attend attends live lives work works continue continues face faces require requires expect expects represent represents
account accounts belong belongs exist exists contain contains cost costs owns tops employs operates produces provides allows arrives believes serves supports suggests enters
earns lasts offers features weigh weighs measure measures stretch stretches reach reaches`);

/** Adjectives and participles that stand before a counted noun though they end like verbs. */
export const PARTICIPLES = words(`
confirmed suspected reported registered injured wounded killed arrested infected imported detained armed masked displaced affected damaged
destroyed disabled retired employed unemployed unarmed accused alleged convicted elected appointed invited vaccinated hospitalized hospitalised
hundred red united sacred naked kidnapped captured abandoned estimated combined limited skilled trained related organised organized advanced
developed undeveloped married divorced planned proposed missing dead working leading remaining existing outstanding developing emerging voting
living flying fishing trading training building housing shipping manufacturing mining operating`);

/** Words of the two lists above that also stand before a noun as adjectives or name a thing: "12 daily flights", "one peace deal". */
export const ALSO_ADJECTIVES = words(
  'back away early late later daily weekly monthly yearly online nationwide worldwide overall combined past near inside outside own most least',
);
export const ALSO_NOUNS = words(`
show work hit run set cost use lead fight fall rise win cut deal drive ride stand strike sleep live read measure account hold draw catch need
face reach shot spread lie put`);
/** Participles of irregular verbs that describe what is counted: "stolen cars", "highest paid players". */
export const ALSO_PARTICIPLES = words(
  'known unknown paid stolen broken frozen hidden written fallen proven beaten unbeaten chosen driven grown built made born worn torn lost held used',
);

/** Adjectives so common that their form tells nothing; the others are known by their endings. */
const ADJECTIVES = words(`
new old big small large great huge tiny young high low long short wide deep good bad best worst better worse top bottom main key major minor
first second third last next early late local rural urban free full empty open closed rich poor hot cold warm dry wet dark light bright black
white red blue green yellow brown grey gray safe rare fresh fast slow quick strong weak hard soft heavy thin thick clean dirty fair true false
right wrong left modern senior junior adult elderly foreign human male female dead live sick ill fit fellow lame fake real pure raw rough smooth
sharp sweet loud quiet calm wild square round straight joint extra spare total whole entire average record bare same similar equal other
different previous former further more additional several many few overseas clear ahead adrift shy recent urgent violent important independent military temporary`);
const ENDINGS = ['al', 'ic', 'ous', 'ive', 'ful', 'less', 'able', 'ible', 'ish', 'ese', 'est', 'ian'];
/** Nouns with such an ending, far oftener counted than describing. */
const NOT_ADJECTIVES = words(`
hospital animal festival arrival capital rival proposal trial medal signal deal meal goal terminal journal manual mineral approval
clinic mechanic traffic music fabric topic republic public fish dish detective executive relative native drive archive table cable vegetable
guest forest protest request contest harvest test nest chest politician musician technician physician guardian civilian`);
export const isCommonAdjective = (lower: string): boolean => ADJECTIVES.has(lower) || PARTICIPLES.has(lower);
export const looksAdjective = (lower: string): boolean =>
  isCommonAdjective(lower) ||
  (!NOT_ADJECTIVES.has(lower) && ENDINGS.some((ending) => lower.endsWith(ending) && lower.length > ending.length + 2));

/** A word in -ly that says how, not which: "one sailor badly bruised". */
export const looksAdverb = (lower: string): boolean => lower.length > 4 && lower.endsWith('ly') && !NOT_ADVERBS.has(lower);
const NOT_ADVERBS = words(
  `family assembly anomaly supply monopoly butterfly bully belly jelly italy july rally ally reply elderly friendly deadly costly likely unlikely
  lonely lovely early daily weekly monthly quarterly yearly`,
);

/** Plurals that stand before a singular noun: "one sports club", "one arms dealer". */
export const PLURAL_MODIFIERS = words(
  'sports parts drugs clothes emissions futures pensions benefits services arms securities sales savings goods customs systems operations weapons women men rights series human news earnings communications media',
);
/** Open a noun phrase and say which or whose. */
export const DETERMINERS = words('a an the this that these those its their his her our my your');

/** Words that tell when, without a preposition: "police arrested one man Tuesday". "May" is oftener a verb. */
export const WHEN = new WordList([...WEEKDAYS, ...MONTHS.filter((month) => month !== 'may'), 'last', 'next']);

/** What follows a number instead of a noun when the state itself is counted: "14 dead", "12 injured". */
export const STATES = words(
  'dead injured wounded killed missing arrested hurt detained infected homeless hospitalised hospitalized displaced unemployed jobless ill sick hostage',
);

/** May stand between number and noun and say nothing about what is counted. */
export const FILLERS = words('other more further additional new extra different separate such');

/** Regular pasts and forms in -ing, but for those that stand before a counted noun like adjectives. */
export const looksPast = (lower: string): boolean => lower.length > 4 && lower.endsWith('ed') && !PARTICIPLES.has(lower);
export const looksProgressive = (lower: string): boolean => lower.length > 5 && lower.endsWith('ing') && !PARTICIPLES.has(lower);

/** Words at which a noun phrase cannot go on. */
export const PHRASE_ENDS = new WordList([...CLOSED, ...VERBS]);
/** True for such a word, and where no word stands. */
export const endsPhrase = (lower: string): boolean => lower === '' || PHRASE_ENDS.has(lower);
