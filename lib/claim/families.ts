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
}

const family = (words: string, asks: string, party: string | null = asks, ways: { out?: string; in?: string } = {}): Family => ({
  words,
  asks,
  party,
  ...ways,
});

/** A new word joins its row. */
export const FAMILIES = {
  aid: family(
    'assist- aid aids aided aiding donat- relief help helps helped helping support- grant- subsidi- medicines humanitarian suppl-',
    'were given in aid',
    'gave or received aid',
    { out: 'has {who} given assistance to', in: 'have given assistance to {who}' },
  ),
  share: family('share shares shared sharing disseminat- circulated document-', 'were shared', 'shared information', {
    out: 'has {who} shared information with',
    in: 'have shared information with {who}',
  }),
  exchange: family('exchange exchanges exchanged exchanging', 'were exchanged', 'took part in an exchange'),
  meet: family(
    'meet meets met meeting meetings conference conferences videoconference videoconferences talks briefing- summit- consult- conferred',
    'were held',
    'took part in meetings',
  ),
  attend: family(
    'attend- participat- turnout joined present gather- crowd- march- protest- demonstrat- rall- mourner-',
    'were attended',
    'took part',
  ),
  watch: family('watch- viewer- audience- stream-', 'were watched', 'watched'),
  die: family('die dies died dying dead death deaths kill- fatalit- perish- corpse- bodies slain murder- victims toll', 'died'),
  injure: family('injur- wound- hurt casualt-', 'were injured'),
  miss: family('missing disappear-', 'are missing'),
  fall_ill: family('infect- case cases diagnos- tested patients sick ill', 'were reported', 'were reported as cases'),
  recover: family('recover- discharged cured heal-', 'recovered'),
  prevent: family('prevent- avert- avoid-', 'were prevented'),
  displace: family('displac- homeless evacuat- fled refugee- uproot- sheltered', 'were displaced'),
  rescue: family('rescu- saved survivor- surviv- freed released', 'were rescued'),
  return: family('repatriat- brought returned returning', 'were returned', 'were brought home'),
  arrest: family('arrest- detain- apprehend- nab- captur- custody jail- imprison- prisoner-', 'were captured', 'were arrested'),
  seize: family('seiz- confiscat- impound-', 'were seized'),
  shoot: family('shot shots shoot- fire fired firing bullet- rounds gunshot-', 'were fired', 'were involved in the shooting'),
  damage: family('damag- destroy- collaps- flatten- ruin- burn- burnt torch- wreck-', 'were damaged'),
  answer: family('answer- question-', 'were answered', 'answered'),
  speak: family('spoken speak- spoke phon- call- talked', 'were spoken', 'took part in the talks'),
  message: family('message- letter- condolence- congratulat- tribute-', 'were sent', 'sent or received messages', {
    out: 'has {who} sent messages to',
    in: 'have sent messages to {who}',
  }),
  download: family('download- visit- view- user-', 'were downloaded', 'were reached'),
  build: family('build builds building builder- built construct- establish- founded open- launch-', 'were built or opened', null),
  make: family('produc- manufactur- made output', 'were produced', null),
  export: family('export- shipp- shipment-', 'were exported', null, {
    out: 'has {who} exported to',
    in: 'have exported to {who}',
  }),
  import: family('import-', 'were imported', null, { in: 'has {who} imported from' }),
  sell: family('sell- sold sale sales', 'were sold', null, { out: 'has {who} sold to', in: 'have sold to {who}' }),
  buy: family('buy- bought purchas- acquir-', 'were bought', null, { in: 'has {who} bought from' }),
  earn: family('earn- revenue- profit- income', 'were earned', null),
  cost: family('cost- price- worth valued loss losses damages', 'did it cost', null),
  spend: family('spend- spent invest- fund- budget- pledg- loan- lend- lent bailout-', 'were spent, lent or pledged', null, {
    out: 'has {who} funded',
    in: 'have funded {who}',
  }),
  save: family('save saves saving savings cut cuts cutting reduc- slash-', 'were saved or cut', null),
  vote: family('vot- ballot- elect- seat-', 'were counted', 'voted'),
  employ: family('employ- hire- hired job jobs', 'are there', 'were employed'),
  dismiss: family('dismiss- layoff- redundan-', 'were cut', 'were dismissed'),
  travel: family('passenger- board- aboard travel- flew flight-', 'were travelled', 'travelled'),
  vaccinate: family('vaccinat- inoculat- dose doses jab jabs immunis- immuniz-', 'were given', 'were vaccinated'),
  teach: family('student- pupil- enrol-', 'were taught'),
  repair: family('repair- rebuil- restor-', 'were repaired', null),
  last: family('last lasts lasted lasting took take taking suspend- stop stopped stopping', 'did it take', null),
} satisfies Readonly<Record<string, Family>>;
