/**
 * What else is known of a family. `people`: it counts people though it does not say so ("46 were arrested"). `running`: its counts grow
 * until somebody closes them. `passing`: those counted are found or freed, so that the count falls as well as it grows.
 * `assessed`: what is counted one by one grows for days, as those who count it get there. `harm`: none of it is news too ("no injuries"). `fate`: it is never another word for another fate or deed:
 * who was rescued was not arrested, and what was sold is not all that was made. `transfer`: it goes from somebody to somebody; `goods`: what
 * goes may be promised on one day and delivered on another, while word and information pass at once.
 */
export type Trait = 'people' | 'running' | 'passing' | 'assessed' | 'harm' | 'fate' | 'transfer' | 'goods';

/**
 * One family of acts: the words that do the same thing, and how one asks how often it was done. `asks` ends "How many wells …?" for
 * counted things; `party` does so where people, places or bodies are counted, null where that makes no sense; `out` and `in` do so for
 * those who receive from {who} and those who give to {who}.
 */
export interface Family {
  /** A `-` after a stem stands for any ending. */
  words: string;
  asks: string;
  party: string | null;
  out?: string;
  in?: string;
  traits: readonly Trait[];
}

const family = (
  words: string,
  asks: string,
  party: string | null = asks,
  traits: readonly Trait[] = [],
  ways: { out?: string; in?: string } = {},
): Family => ({ words, asks, party, traits, ...ways });

/** What newspapers keep apart stands in rows of its own: destroyed and damaged, hurt and in hospital, pledged and delivered. */
export const FAMILIES = {
  aid: family(
    'assist assists assisted assisting assistance aid aids aided aiding donat- relief help helps helped helping support supports supported supporting grant- subsidi- medicines humanitarian suppl-',
    'were given in aid',
    'gave or received aid',
    ['fate', 'transfer', 'goods'],
    { out: 'has {who} given assistance to', in: 'have given assistance to {who}' },
  ),
  pledge: family('pledg- promise promised promises promising', 'were pledged', 'made pledges'),
  deliver: family('deliver-', 'were delivered', 'were delivered to', ['transfer', 'goods'], {
    out: 'has {who} delivered to',
    in: 'have delivered to {who}',
  }),
  sign: family('sign signs signed signing signator-', 'were signed', 'signed'),
  share: family('share shares shared sharing disseminat- circulated document-', 'were shared', 'shared information', ['fate', 'transfer'], {
    out: 'has {who} shared information with',
    in: 'have shared information with {who}',
  }),
  exchange: family('exchange exchanges exchanged exchanging', 'were exchanged', 'took part in an exchange'),
  meet: family(
    'meet meets met meeting meetings conference conferences videoconference videoconferences talks briefing- summit- consult- conferred',
    'were held',
    'took part in meetings',
    ['fate'],
  ),
  attend: family(
    'attend- participat- joined present gather- crowd- march- protest- demonstrat- rall- mourner-',
    'were attended',
    'took part',
    ['people', 'fate'],
  ),
  watch: family('watch- viewer- audience- stream-', 'were watched', 'watched', ['fate']),
  die: family(
    'die dies died dying drown- dead death deaths kill- fatalit- perish- corpse- bodies slain murder- victims lives toll',
    'died',
    'died',
    ['people', 'running', 'harm', 'fate'],
  ),
  injure: family('injur- wound- hurt casualt-', 'were injured', 'were injured', ['people', 'running', 'harm', 'fate']),
  hospitalise: family('hospitalis- hospitaliz-', 'were taken to hospital', 'were taken to hospital', ['people', 'running', 'harm', 'fate']),
  treat: family('treated treating', 'were treated', 'were treated', ['people', 'running', 'harm', 'fate']),
  miss: family('missing disappear- unaccounted', 'are missing', 'are missing', ['people', 'passing', 'harm', 'fate']),
  fall_ill: family('infect- case cases diagnos- tested patients sick ill', 'were reported', 'fell ill', [
    'people',
    'running',
    'harm',
    'fate',
  ]),
  recover: family('recover- discharged cured heal heals healed healing', 'recovered', 'recovered', ['people', 'running', 'harm', 'fate']),
  trap: family('trap- buried burying strand-', 'were trapped', 'were trapped', ['people', 'passing', 'harm', 'fate']),
  prevent: family('prevent- avert- avoid-', 'were prevented', 'were prevented', ['fate']),
  evacuate: family('evacuat- flee flees fled fleeing', 'were evacuated', 'were evacuated', ['people', 'running', 'harm', 'fate']),
  displace: family('displac- homeless refugee- uproot- sheltered', 'were displaced', 'were displaced', [
    'people',
    'running',
    'harm',
    'fate',
  ]),
  rescue: family('rescu- saved survivor- surviv- freed released', 'were rescued', 'were rescued', ['people', 'running', 'harm', 'fate']),
  return: family('repatriat- brought returned returning', 'were returned', 'were brought home', ['fate']),
  arrest: family('arrest- detain- apprehend- nab- captur- custody jail- imprison- prisoner-', 'were captured', 'were arrested', [
    'people',
    'running',
    'harm',
    'fate',
  ]),
  charge: family('charged indict- prosecut- convict- sentenced', 'were charged', 'were charged', ['people', 'running', 'harm', 'fate']),
  seize: family('seiz- confiscat- impound-', 'were seized', 'were seized', ['harm']),
  fire: family('fire fires fired firing gunshot-', 'were fired', null, ['harm', 'fate']),
  shoot: family('shot shots shoot- bullet- rounds', 'were hit', 'were involved in the shooting', ['harm', 'fate']),
  destroy: family('destroy- destruct- flatten- ruin- wreck- raze- demolish- collaps- burn- burnt torch-', 'were destroyed', null, [
    'assessed',
    'harm',
    'fate',
  ]),
  damage: family('damag-', 'were damaged', null, ['assessed', 'harm', 'fate']),
  flood: family('flood- inundat- submerg-', 'were flooded', 'were flooded', ['assessed', 'harm']),
  answer: family('answer- question-', 'were answered', 'answered'),
  speak: family('spoken speak- spoke phon- call- talked', 'were spoken', 'took part in the talks'),
  message: family('message- letter- condolence- congratulat- tribute-', 'were sent', 'sent or received messages', ['fate', 'transfer'], {
    out: 'has {who} sent messages to',
    in: 'have sent messages to {who}',
  }),
  download: family('download- visit- view- user-', 'were downloaded', 'were reached', ['running', 'fate']),
  build: family('build builds building builder- built construct-', 'were built', null, ['fate']),
  open: family('open- launch- inaugurat- establish- founded', 'were opened', 'were opened'),
  close: family('close closed closes closing closure- shut shuts shutting', 'were closed', 'were closed', ['fate']),
  make: family('produc- manufactur- made output', 'were produced', null, ['fate']),
  export: family('export- shipp- shipment-', 'were exported', null, ['fate', 'transfer', 'goods'], {
    out: 'has {who} exported to',
    in: 'have exported to {who}',
  }),
  import: family('import imports imported importing importer-', 'were imported', null, ['fate', 'transfer', 'goods'], {
    in: 'has {who} imported from',
  }),
  turn_out: family('turnout', 'were cast', 'voted', ['fate']),
  tally: family('tallied', 'were tallied', null, ['fate']),
  hold: family('capacit-', 'are allowed', 'are allowed', ['fate']),
  live: family('resid-', 'are living there', 'are living there', ['fate']),
  lose: family('loss', 'were lost', null, ['fate']),
  sell: family('sell- sold sale sales', 'were sold', null, ['fate', 'transfer', 'goods'], {
    out: 'has {who} sold to',
    in: 'have sold to {who}',
  }),
  buy: family('buy- bought purchas- acquir-', 'were bought', null, ['transfer', 'goods'], { in: 'has {who} bought from' }),
  earn: family('earn- revenue- profit- income', 'were earned', null),
  cost: family('cost- price- worth valued losses damages', 'did it cost', null),
  spend: family(
    'spend- spent invest invests invested investing investment- investor- fund funds funded funding budget-',
    'were spent',
    null,
    ['transfer', 'goods'],
    {
      out: 'has {who} funded',
      in: 'have funded {who}',
    },
  ),
  lend: family('loan- lend- lent bailout-', 'were lent', null, ['transfer', 'goods'], {
    out: 'has {who} lent to',
    in: 'have lent to {who}',
  }),
  save: family('save saves saving savings', 'were saved', null, ['fate']),
  cut: family('cut cuts cutting reduc- slash- axe axed axes axing shed sheds shedding eliminat-', 'were cut', null),
  vote: family('vot- ballot- elect elects elected electing election- elector- seat seats seated', 'were counted', 'voted', ['fate']),
  employ: family('employ- hire- hired job jobs workforce', 'are there', 'were employed', ['people', 'fate']),
  dismiss: family('dismiss- layoff- redundan-', 'were cut', 'were dismissed', ['people', 'fate']),
  travel: family('passenger- board- aboard travel- flew flight-', 'were travelled', 'travelled', ['people', 'fate']),
  vaccinate: family('vaccinat- inoculat- dose doses jab jabs immunis- immuniz-', 'were given', 'were vaccinated', [
    'people',
    'running',
    'harm',
    'fate',
  ]),
  teach: family('student- pupil- enrol-', 'were taught'),
  repair: family('repair- rebuil- restor-', 'were repaired', null),
  last: family('last lasts lasted lasting took take taking suspend- stop stopped stopping', 'did it take', null),
} satisfies Readonly<Record<string, Family>>;
