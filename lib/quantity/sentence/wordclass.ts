import { MONTHS, WEEKDAYS, words } from '../../base';
import { CLOSED, VERBS } from '../words/stopwords';
import { KINDS } from './kinds';

/** Verbs whose plain form is hardly ever a noun: they stand behind "to" and "would". */
const PLAIN: readonly string[] =
  `abandon absorb accept accommodate accuse adapt adjust adopt afford agree announce apologise apologize apply appoint approve arrange
    arrive assemble assess assume assure become begin behave bring buy choose clarify collapse combine commit complain complete comply
    concede conclude conduct confirm connect consider consult contain contribute convert convince cope decide declare defend define
    deliver demolish deny depend deploy deserve destroy detect determine develop die discover discuss dismiss distribute donate eliminate
    embrace emerge enable encourage enforce enhance enjoy ensure enter erase escape establish evacuate evaluate examine exclude execute
    expand explain explore expose express flee follow forget fulfil fulfill gather give grow handle happen hear hide hire identify
    illustrate implement imply impose include incur inform injure insist inspect install integrate intend introduce invade investigate invite
    involve join justify keep kill lay learn listen lose lower manage mean meet merge modify negotiate obtain occupy occur operate oppose
    organise organize overcome own persuade plead possess prepare preserve proceed prohibit promote prove publish punish pursue
    qualify quit raise react realise realize rebuild receive recognise recognize recommend recover recruit refer refuse regain regulate reject
    relate remain remember remind remove render renew repay replace represent require resign resolve respond resume retain retire
    reveal satisfy seek seem seize sell send settle solve specify stigmatise stigmatize stimulate strengthen submit succeed suffer
    suppose suspend sustain tackle teach tell tend threaten transform transmit understand undermine undertake unite unveil  
    vanish withdraw withstand `.split(/\s+/);

const thirdPerson = (verb: string): string =>
  /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;

/** They mean something else with a capital letter. */
export const CAPITALS = words('may march us');

/** The kinds of words, by themselves; a later row overrules an earlier one, and a word of none is a noun. */
export const ROWS: readonly (readonly [kind: number, line: string])[] = [
  [KINDS.ADV, [...CLOSED].join(' ')],
  [
    KINDS.ADV,
    `far fast hard together forward ahead abroad straight maybe even quite very too well alone overnight nearby not never ever only just also again
    per`,
  ],
  [KINDS.VERB, [...VERBS].join(' ')],
  [
    KINDS.VERB,
    `slid sank shrank swung sprang spun bore beat clung overtook overcame undertook froze fed leapt lit swept swore broke broken woven sprung
    laid beaten born aged hurt save avoid achieve create reduce replace repair maintain improve attract acquire invest borrow protect prevent restore
    survive compete collect consume compute entail owns own sells employs employ generates generate provides provide produces operates
    operate equals exceeds exceed spans comprises earns earn spends believes believe predicts predict stays extends extend arrives follows
    allows allow orbits warns argues adds add asks ask suggests suggest notes announces announce hires hire builds carries carry gets lasts
    occurs consists amounts averaged totalled totaled owe owes serves attracts enters enter loses buys wants expects tops hits grows rises
    falls climbs drops`,
  ],
  [KINDS.VERB, PLAIN.flatMap((verb) => [verb, thirdPerson(verb)]).join(' ')],
  [
    KINDS.BOTH,
    `cut cuts deal deals hit rise fall run runs set sets use uses need needs work works show shows face faces spread spreads lead leads
    hold holds cost costs measure measures reach stand stands sleep wear cast lay lie look looks feel fight start starts stop stops end ends
    report reports plan plans offer offers gain gains drop claim claims cover covers host hosts form forms return returns rank ranks rate
    rates trade trades slip slips slide jump jumps climb surge plunge lift boost boosts bid bids close closes open opens increase increases
    decrease decreases decline declines change changes charge charges call calls value values produce account accounts estimate forecast
    forecasts target targets name names mark marks serve store stores supply supplies demand demands support supports help helps order
    orders share shares place places pay record records range ranges total totals average averages number numbers score scores pass visit
    visits stay move moves point points turn turns play plays head heads talk hope hopes result results cause causes test tests vote votes
    view views study award awards benefit benefits post posts project projects design market markets process feature features ship ships
    rent rents yield yields rescue rescues search searches focus fix fixes pledge pledges ban bans aim aims upgrade upgrades
    urge urges repair repairs import imports export exports profit profits loan loans finance release releases launch launches sign signs lack risk travel travels
    break breaks land lands love felt means live lives weigh drive drives taxes tax price prices limit limits cross stake want`,
  ],
  [KINDS.BE, "am are be been being is was were isn't aren't wasn't weren't isnt arent wasnt werent"],
  [
    KINDS.AUX,
    `can could do does did had has have having may might must ought shall should will would can't cannot won't wouldn't couldn't shouldn't
    didn't doesn't don't hadn't hasn't haven't wont wouldnt couldnt shouldnt didnt doesnt dont hadnt hasnt havent`,
  ],
  [KINDS.DET, 'a an the enough this these those its his her their our my your whose each every any some another both no either neither'],
  [
    KINDS.PRON,
    `i you he she it we they them him us everyone someone nobody everybody somebody anyone nothing everything something itself themselves
    himself herself im ive youre theyre weve thats whats theyll itll youll hes shes youve theyve theyd youd whos heres lets i'm i've i'd i'll you're you've he's she's it's we're we've they're they've that's what's who's`,
  ],
  [KINDS.THERE, "there theres there's"],
  [
    KINDS.PREP,
    `of in on at for from by with into onto over under above below about against along amid among amongst around before behind beneath beside
    besides between beyond despite down due during except inside near off out outside per through throughout till toward towards underneath
    until up upon via versus vs within without across after than as worth including excluding according compared regarding concerning`,
  ],
  [KINDS.TO, 'to'],
  [KINDS.AND, 'and or but nor plus yet'],
  [KINDS.SUB, 'while whereas although though because if when once unless since whether how why what where so whilst'],
  [KINDS.REL, 'who whom which that'],
  [
    KINDS.TIME,
    `${[...WEEKDAYS, ...MONTHS.filter((month) => !CAPITALS.has(month))].join(' ')} today tonight tomorrow yesterday now recently year years month months week weeks weekend day days time morning afternoon evening night
    decade decades century quarter hour hours minute minutes season period spring summer autumn winter`,
  ],
];

/** Prepositions that bind a noun phrase to the one before it; behind a verb's object the others tell where and when it was done. */
export const BINDING = words('of for in from on between among per');

/** Participles that are no past tense: by themselves they hang on a noun ("patients given the drug"). */
export const TAKEN = words(
  'given taken known shown seen written chosen driven eaten drawn grown thrown worn torn born borne beaten stolen hidden forgotten aged',
);

/** They are past tense or participle. */
export const LED = words('led built made sold held won bought brought found paid told');

/** Nouns in -ing that are named like things: "defence spending", unless an object follows ("a firm spending $5m"). */
export const THINGS =
  words(`spending funding lending meeting rating ranking listing offering filing feeling hearing warning killing shooting bombing beginning opening
  ceiling wedding pricing crossing landing painting drawing recording ruling setting borrowing banking advertising farming gaming marketing
  processing engineering planning parking heating cooking cleaning drilling refining rigging savings morning evening`);

/** Adverbs behind a verb, adjectives before a noun: "a monthly fee". */
export const PERIODIC = words('hourly daily weekly monthly quarterly yearly');

/** Past and present alike; of the others a subject in the plural takes the plain form: "airlines report", "the airline reports". */
export const TENSELESS = words('cut hit set cost spread put let shut bid cast felt');
/** Behind them "to" stands before a figure or a state, and before no verb. */
export const ROSE =
  words(`rose fell rise fall rises falls grew sank slid led leads due according up down climbed jumped dropped slipped soared surged declined
  plunged eased narrowed widened increased advanced tumbled slumped rallied recovered returned`);

/** They stand in what tells when: "last year", "the first two weeks". */
export const TIMELY = words(
  'last next this previous past same first second third fourth early late final full fiscal other additional further remaining',
);
