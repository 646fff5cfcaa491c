/** Signs before (or behind) a figure. A bare "$" is read as US dollars, the world's news use. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₦', 'NGN'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
]);

/** Letters before a "$". */
export const DOLLARS: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['u.s.', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['hk', 'HKD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['nt', 'TWD'],
  ['r', 'BRL'],
]);

/** Codes and abbreviations that stand before or behind a figure. */
export const CODES: ReadonlyMap<string, string> = new Map([
  ...'USD EUR GBP JPY CNY INR KRW RUB AUD CAD CHF HKD NZD SGD TWD BRL SEK NOK DKK PLN ZAR MXN TRY'
    .split(' ')
    .map((code): [string, string] => [code.toLowerCase(), code]),
  ['rmb', 'CNY'],
  ['rs', 'INR'],
  ['euro', 'EUR'],
]);

/** Words behind a figure. */
export const MONEY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dollar: 'USD',
    dollars: 'USD',
    dlr: 'USD',
    dlrs: 'USD',
    bucks: 'USD',
    euro: 'EUR',
    euros: 'EUR',
    yen: 'JPY',
    yuan: 'CNY',
    renminbi: 'CNY',
    rmb: 'CNY',
    rupee: 'INR',
    rupees: 'INR',
    rouble: 'RUB',
    roubles: 'RUB',
    ruble: 'RUB',
    rubles: 'RUB',
    won: 'KRW',
    franc: 'CHF',
    francs: 'CHF',
    krona: 'SEK',
    kronor: 'SEK',
    kroner: 'NOK',
    zloty: 'PLN',
    rand: 'ZAR',
    lira: 'TRY',
    peso: 'MXN',
    pesos: 'MXN',
    sterling: 'GBP',
    usd: 'USD',
    eur: 'EUR',
    gbp: 'GBP',
    cent: 'cent',
    cents: 'cent',
    pence: 'penny',
  }),
);

/** Words that say whose dollars, pounds or francs they are. */
export const NATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'us dollar': 'USD',
    'u.s. dollar': 'USD',
    'american dollar': 'USD',
    'australian dollar': 'AUD',
    'canadian dollar': 'CAD',
    'singapore dollar': 'SGD',
    'taiwan dollar': 'TWD',
    'british pound': 'GBP',
    'pound sterling': 'GBP',
    'chinese yuan': 'CNY',
    'japanese yen': 'JPY',
    'indian rupee': 'INR',
    'pakistani rupee': 'PKR',
    'swiss franc': 'CHF',
    'swedish krona': 'SEK',
    'russian rouble': 'RUB',
    'us dlr': 'USD',
    'u.s. dlr': 'USD',
  }),
);
