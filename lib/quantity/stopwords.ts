const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that open something new after a counted thing: prepositions, conjunctions, determiners, pronouns. */
export const CLOSED: ReadonlySet<string> = set(`
a about above across after against along alongside amid among amongst an and any anyone anything around as at because before behind below
beneath beside besides between beyond both but by despite down due during each either every except for from further he her hers him his how
however i if in including inside instead into it its itself just like me more most much my near nearly neither no nor not of off on once only
onto or our out outside over own per plus rather she since so some such than that the their theirs them themselves then there these they this
those though through throughout till to together too toward towards under unless until up upon us versus via vs was we were what whatever when where
whereas whether which while who whom whose why with within without would yet you your
ago already almost also always apart aside away back early earlier else even ever everywhere here later least less never next nonetheless now
nowadays often overall perhaps respectively soon still thereby therefore thus today tomorrow tonight yesterday worldwide nationwide online
daily weekly monthly annually yearly combined altogether alone apiece`);

/** Finite verbs and auxiliaries that end a noun phrase. Regular pasts ("donated") are known by their ending. */
export const VERBS: ReadonlySet<string> = set(`
am are be been being can could did do does doing done had has have having is may might must ought shall should was were will would won't
can't cannot couldn't didn't doesn't don't hadn't hasn't haven't isn't aren't wasn't weren't wouldn't shouldn't
say says said saying tell tells told come comes came coming go goes went gone going get gets got gotten getting give gives gave given giving
take takes took taken taking make makes made making see sees saw seen seeing know knows knew known think thinks thought find finds found
become becomes became begin begins began begun bring brings brought bringing build builds built buy buys bought catch caught choose chose chosen
cut cuts deal dealt die dies dying draw drew drawn drive drove driven eat ate eaten fall falls fell fallen falling feel felt fight fought flee
fled fly flew flown forget forgot forgotten grow grows grew grown growing hang hung hear heard hide hid hidden hit hits hold holds held holding
hurt keep keeps kept keeping lead leads led leave leaves left leaving lend lent let lets lie lies lay lain lose loses lost losing mean means
meant meet meets met pay pays paid put puts read ride rode ridden rise rises rose risen rising run runs ran running seek seeks sought sell
sells sold send sends sent sending set sets shake shook shoot shot shut sit sits sat sleep slept speak speaks spoke spoken spend spends spent
spread stand stands stood steal stole stolen stick stuck strike struck swim swam take teach taught tear tore torn throw threw thrown wake woke
wear wears wore win wins won winning withdraw withdrew write writes wrote written
remain remains include includes need needs want wants use uses seem seems appear appears show shows receive receives join joins
attend attends live lives work works continue continues face faces require requires expect expects represent represents
account accounts belong belongs exist exists contain contains cost costs weigh weighs measure measures stretch stretches reach reaches`);

/** Adjectives and participles that stand before a counted noun though they end like verbs. */
export const PARTICIPLES: ReadonlySet<string> = set(`
confirmed suspected reported registered injured wounded killed arrested infected imported detained armed masked displaced affected damaged
destroyed disabled retired employed unemployed unarmed accused alleged convicted elected appointed invited vaccinated hospitalized hospitalised
hundred red united sacred naked kidnapped captured abandoned estimated combined limited skilled trained related organised organized advanced
developed undeveloped married divorced planned proposed missing dead working leading remaining existing outstanding developing emerging voting
living flying fishing trading training building housing shipping manufacturing mining operating`);

/** What follows a number instead of a noun when the state itself is counted: "14 dead", "12 injured". */
export const STATES: ReadonlySet<string> = set(
  'dead injured wounded killed missing arrested hurt detained infected homeless hospitalised hospitalized displaced unemployed jobless ill sick hostage',
);

/** May stand between number and noun and say nothing about what is counted. */
export const FILLERS: ReadonlySet<string> = set('other more further additional new extra different separate such');

/** Ends of lines that look like -ed verbs but never are one. */
export const looksPast = (lower: string): boolean => lower.length > 4 && lower.endsWith('ed') && !PARTICIPLES.has(lower);
export const looksProgressive = (lower: string): boolean => lower.length > 5 && lower.endsWith('ing') && !PARTICIPLES.has(lower);

/** True for a word at which a noun phrase cannot go on. */
export const endsPhrase = (lower: string): boolean => CLOSED.has(lower) || VERBS.has(lower);
