import { words } from '@/lib/base';
/** Verbs that report speech. Their subject is a speaker. */
export const SAY = words(`
said says say saying told tells telling added adds adding noted notes noting stressed stresses stressing informed informs stated states
stating announced announces announcing reported reports reporting confirmed confirms confirming claimed claim claims claiming estimated estimate estimates estimating
continued emphasized emphasised emphasizing explained explains explaining revealed reveals revealing disclosed discloses warned warns warning
insisted insists detailed wrote writes tweeted posted acknowledged acknowledges argued argues admitted admits declared declares observed
remarked replied responded recalled predicted predicts forecast forecasts believes believe thinks suggested suggests maintained asserted alleged
testified briefed quoted cited concluded elaborated commented put puts putting counted thundered indicated indicates underlined underscored highlighted mentioned
vowed pledged promised called concede conceded concedes agreed calculated calculates reckoned reckons`);

/** Verbs whose listener, not speaker, stands behind them. */
export const LISTENED = words('told tells telling informed informs put puts putting called counted briefed');

/** Participles that go on with the speaker of their sentence: "Lind said, adding that …". */
export const CONTINUING = words(
  'adding noting stressing saying telling stating reporting confirming claiming warning explaining announcing estimating emphasizing revealing insisting',
);

/** Verbs that report speech only when what is said follows at once (that, a quote, a figure): "rangers put the herd at 900". */
export const WEAK_SAY = words(
  'reported reports reporting continued put puts putting counted called notes states posted quoted cited confirmed claim estimate estimates suggested forecast forecasts indicated vowed pledged promised agreed believes believe thinks detailed observed maintained',
);

/** Words that name a post, a body or a kind of person who speaks. */
export const ROLES = words(`
president premier minister chancellor king queen prince pope mayor governor senator congressman congresswoman representative lawmaker commissioner
secretary ambassador envoy spokesman spokeswoman spokesperson spokespeople official officials officer officers chief head director deputy chairman chairwoman
chair chairperson captain colonel general major lieutenant sergeant admiral commander sheriff inspector detective judge prosecutor lawyer attorney
doctor professor analyst economist expert scientist researcher coordinator manager executive ceo founder leader chairperson principal adviser advisor
councilor councillor counselor counsellor member mp superintendent constable marshal coach owner author editor reporter correspondent dr mr mrs ms sir prof gen capt col lt sgt sen rep gov
pm vice`);

/** Speakers without a name, and bodies: they are names too. */
export const BODIES = words(`
police authorities officials witnesses witness ministry government agency department office commission committee council company firm bank court union unions
statement report reports sources source hospital army navy military organizers organisers rescuers firefighters survivors residents media television state radio
spokesman spokeswoman spokesperson official investigators prosecutors doctors analysts experts organisation organization institute university centre center
bureau service association federation party group board parliament congress senate house administration embassy consulate cross figures data survey study poll
newspaper paper daily post times authority operator hall coastguard guard brigade club league regulator watchdog utility airline railway line carrier employer foundation tribunal coroner registry protesters demonstrators activists opposition rebels militants scientists researchers lawmakers aides neighbors neighbours
inspectorate directorate secretariat prefecture municipality ombudsman auditor auditors treasury consortium cooperative chamber charity observatory laboratory
school college port harbour airport diocese parish insurer insurers lender retailer manufacturer builder supplier provider maker family crew team network`);

/** True for a word that names a post, a body or a kind of speaker and nobody in particular. */
export const namesNobody = (lower: string): boolean => ROLES.has(lower) || BODIES.has(lower);

/** Written things that are quoted but do not speak: no speaker comes from "according to latest data". */
export const DOCUMENTS = words(
  'data figures statement statements report reports survey study poll statistics numbers estimates records documents document list tally count census',
);

/** Occasions on which things are said, by the one name they are kept under. */
export const OCCASIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:press|news) (?:conference|briefing)s?\b|\bpresser\b|\b(?:regular|daily) briefing\b/i, 'press conference'],
  [/\binterview with [^.,;]{2,60}/i, 'interview'],
];
