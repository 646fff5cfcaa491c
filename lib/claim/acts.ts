/** Words that do the same thing, by the family of the act. A new word joins its row; `-` after a stem stands for any ending. */
const FAMILIES: Readonly<Record<string, string>> = {
  aid: 'assist- aid aids aided aiding donat- relief help helps helped helping support- grant- subsidi- medicines humanitarian suppl-',
  share: 'share shares shared sharing disseminat- circulated document-',
  exchange: 'exchange exchanges exchanged exchanging',
  meet: 'meet meets met meeting meetings conference conferences videoconference videoconferences talks briefing- summit- consult- conferred',
  attend: 'attend- participat- turnout joined took-part present gather- crowd- march- protest- demonstrat- rall- mourner-',
  watch: 'watch- viewer- audience- stream-',
  die: 'die dies died dying dead death deaths kill- fatalit- perish- corpse- bodies slain murder- victims toll',
  injure: 'injur- wound- hurt casualt-',
  miss: 'missing disappear-',
  fall_ill: 'infect- case cases diagnos- tested patients sick ill',
  recover: 'recover- discharged cured heal-',
  prevent: 'prevent- avert- avoid-',
  displace: 'displac- homeless evacuat-  fled refugee- uproot- sheltered',
  rescue: 'rescu- saved survivor- surviv- freed released',
  return: 'repatriat- brought returned returning',
  arrest: 'arrest- detain- apprehend- nab- captur- custody jail- imprison- prisoner-',
  seize: 'seiz- confiscat- impound- recovered-weapons',
  shoot: 'shot shots shoot- fire fired firing bullet- rounds gunshot-',
  damage: 'damag- destroy- collaps- flatten- ruin- burn- burnt torch- wreck-',
  answer: 'answer- question-',
  speak: 'spoken speak- spoke phon- call- talked',
  message: 'message- letter- condolence- congratulat- tribute-',
  download: 'download- visit- view- user-',
  build: 'build- built construct- establish- found set-up open- launch-',
  make: 'produc- manufactur- made output',
  export: 'export- shipp- shipment-',
  import: 'import-',
  sell: 'sell- sold sale sales',
  buy: 'buy- bought purchas- acquir-',
  earn: 'earn- revenue- profit- income',
  cost: 'cost- price- worth valued loss losses damages',
  spend: 'spend- spent invest- fund- budget- pledg- loan- lend- lent bailout-',
  save: 'save saves saving savings cut cuts cutting reduc- slash-',
  vote: 'vot- ballot- elect- seat-',
  employ: 'employ- hire- hired job jobs',
  dismiss: 'lay-off laid-off dismiss- fire-staff redundan-',
  travel: 'passenger- board- aboard travel- flew flight-',
  vaccinate: 'vaccinat- inoculat- dose doses jab jabs immunis- immuniz-',
  teach: 'student- pupil- enrol-',
  repair: 'repair- rebuil- restor-',
  last: 'last lasts lasted lasting took take taking suspend- stop stopped stopping',
};

const EXACT = new Map<string, string>();
const STEMS: [string, string][] = [];
for (const [family, words] of Object.entries(FAMILIES))
  for (const word of words.split(' ')) {
    if (word.endsWith('-')) STEMS.push([word.slice(0, -1), family]);
    else EXACT.set(word, family);
  }
STEMS.sort((a, b) => b[0].length - a[0].length);
const known = new Map<string, string | null>();

/** The family of an act or of a thing that stands for one ("deaths" → "die"); null when the word belongs to none. */
export function actOf(lower: string): string | null {
  const cached = known.get(lower);
  if (cached !== undefined) return cached;
  const family = EXACT.get(lower) ?? STEMS.find(([stem]) => lower.startsWith(stem))?.[1] ?? null;
  // The vocabulary of news is small; the bound keeps hostile input from filling memory.
  if (known.size < 20_000) known.set(lower, family);
  return family;
}

/** Verbs that carry no meaning of their own: what is done stands in their object ("provide assistance", "hold a meeting"). */
export const LIGHT: ReadonlySet<string> = new Set(
  (
    'provide provides provided providing offer offers offered offering give gives gave given giving make makes made making hold holds held ' +
    'holding have has had having conduct conducts conducted conducting send sends sent sending receive receives received receiving carry carried ' +
    'get gets got take takes took taken put get do did done see seen saw report reported reports confirm confirms confirmed record recorded records extend extended deliver delivered ' +
    'organise organised organize organized host hosted stage staged enjoy express expressed include includes included dispatch dispatched'
  ).split(' '),
);

/** The doer of these is the receiver: "we received support from 170 countries". */
export const RECEIVING: ReadonlySet<string> = new Set(
  'receive receives received receiving accept accepted get gets got gotten obtain obtained'.split(' '),
);

/** Acts that go from somebody to somebody. Only for these a direction is read. */
export const TRANSFERS: ReadonlySet<string> = new Set(['aid', 'share', 'message', 'export', 'import', 'sell', 'buy', 'spend']);

/** "46 were arrested" counts people though it does not say so. */
export const countsPeople = (act: string | null): boolean =>
  act !== null && /^(die|injure|arrest|rescue|displace|miss|attend|vaccinate|fall_ill|recover|travel|employ)$/.test(act);
