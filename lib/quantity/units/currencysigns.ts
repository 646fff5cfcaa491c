/** Letters that stand before the figure, with or without a full stop, letter for letter: "Rs 500", "RM40", "KSh 300". */
export const CODE_TABLE = `
LKR: රු ரூ SLRs
PKR: PKRs
NPR: NRs NRS
XAF: FCFA CFA
RWF: Rwf RwF Frw
XDR: SDR
PHP: Php PhP
SEK: SKr Skr
NOK: NKr Nkr
DKK: DKr Dkr
ISK: IKr
FRF: FFr Ffr
BEF: BFr
INR: Rs RS rs
CNY: RMB rmb Rmb
MYR: RM
BDT: Tk
KES: KSh Ksh KShs Kshs Shs KSH
TZS: TSh Tsh TShs TSH
UGX: USh Ush UShs USH
AED: Dh Dhs
ILS: NIS
IDR: Rp
EGP: LE
CHF: SFr Sfr
DEM: DM
EUR: Euro euro
`;

/** The same before a figure alone, as texts without capitals have them. */
export const SMALL_LETTERS_TABLE = `
MYR: rm
BDT: tk
IDR: rp
AED: dh dhs
ILS: nis
KES: ksh
TZS: tsh
UGX: ush
SEK: skr
NOK: nkr
DKK: dkr
CHF: sfr
DEM: dm
FRF: ffr
`;

/** The same behind a figure alone. */
export const CODES_BEHIND_TABLE = `
ILS: nis
AED: DHS
RUB: RUR
GBP: STG
TRY: TL
`;

/** Names that are money behind a figure and nothing else there, though many other things are called so. */
export const NAMES_BEHIND_TABLE = `
DEM: marks
`;

/** ISO codes that are also written in small letters. */
export const SMALL_CODES = `usd eur gbp jpy cny inr krw rub aud cad chf hkd nzd sgd twd sek nok dkk aed qar kwd egp thb idr zar myr ngn brl mxn pln czk
  huf uah byn bgn rsd mkd kzt uzs azn ils sar bhd omr iqd jod lbp syp lyd tnd dzd pkr lkr npr bdt mmk khr vnd clp uyu pyg crc gtq jmd ttd bbd ghs
  ugx tzs etb rwf xaf xof zmw mwk mzn bwp frf btc`;

/** Letters that are money only before what can only be a sum: digits with a comma, or a scale behind them ("N5,000", "P3 million"). */
export const SUM_TABLE = `
NGN: N
PHP: P
ZAR: R
ZMW: K
KRW: W
JPY: Y
GTQ: Q
SAR: SR
QAR: QR
KWD: KD
OMR: RO
BHD: BD
JOD: JD
TRY: TL TRY
MWK: MK
KES: Sh
ETB: Br
AOA: Kz
SLE: Le
BOB: Bs BOB
CHF: Fr
INR: Re
AFN: Afs
MVR: Rf
PLN: Zl
CZK: Kc
MAD: MAD
COP: COP
PEN: PEN
`;

/** Letters that make another country's money of the sign behind them: "A$5", "HK $3", "$US9", "E£40", "CN¥6", "GH¢30". */
export const LETTERED_SIGNS: Readonly<Record<string, string>> = {
  $: `
USD: us u.s. usd
AUD: a au aus aud
CAD: c ca can cdn cad
HKD: hk hkd
NZD: nz nzd
SGD: s sg sgd
TWD: nt twd
BRL: r brl
MXN: mx mxn mex
JMD: j ja
TTD: tt
FJD: fj
BBD: bds
BZD: bz
XCD: ec
ZWL: zw z zim
NAD: n
BND: b
LRD: l ld
GYD: g gy
SBD: si
KYD: ci
WST: ws
TOP: t
ARS: ar arg
CLP: clp
COP: col
UYU: u uy
DOP: rd
`,
  '£': `
EGP: e eg
IEP: ir
LBP: ll leb
SYP: sy
GIP: gi
FKP: fk
`,
  '¥': `
CNY: cn rmb cny
JPY: jp jpy
`,
  '¢': 'GHS: gh',
  '₵': 'GHS: gh',
  '₨': 'LKR: sl',
};

/** Money that Arabic writes with two letters and a full stop between them. */
export const ARABIC_TABLE = `
AED: د.إ د.ا
KWD: د.ك
IQD: د.ع
BHD: د.ب
TND: د.ت
DZD: د.ج
LYD: د.ل
MAD: د.م
SAR: ر.س
QAR: ر.ق
OMR: ر.ع
YER: ر.ي
EGP: ج.م
LBP: ل.ل
`;

/** Those that may stand apart from their sign ("HK $3"). */
export const SPACED_LETTERS = 'us u.s. usd aud ca can cdn cad hk hkd nz nzd sg sgd nt twd mx mxn tt';
