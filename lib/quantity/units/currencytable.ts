/**
 * The world's money, one line a currency: ISO 4217 code | whose it is, as an adjective or a country | its name | its hundredth | signs.
 * Names stand in the singular, hyphens for blanks. The first line with a name is meant where the text does not say whose.
 */
export const CURRENCY_TABLE = `
USD | us u.s. american united-states | dollar buck greenback dlr | cent | $ ＄
EUR | european | euro | cent eurocent | €
GBP | british uk u.k. english | pound quid pound-sterling sterling | penny | £ ￡
JPY | japanese | yen | sen | ¥ ￥ 円
CNY | chinese | yuan renminbi rmb kuai | fen | 元
INR | indian india | rupee re | paisa | ₹
KRW | south-korean korean | won | jeon | ₩
RUB | russian | rouble ruble | kopeck kopek | ₽
CHF | swiss | franc swissie | rappen centime | 
AUD | australian aussie australia | dollar | cent |
CAD | canadian canada | dollar loonie | cent |
HKD | hong-kong | dollar | cent |
NZD | new-zealand kiwi | dollar | cent |
SGD | singapore singaporean | dollar | cent |
TWD | taiwan taiwanese new-taiwan | dollar | cent |
BRL | brazilian brazil | real reais | centavo |
MXN | mexican mexico | peso | centavo |
SEK | swedish | krona kronor crown | öre |
DKK | danish | krone kroner crown | øre |
NOK | norwegian | krone kroner crown | øre |
ISK | icelandic | krona kronur króna crown | aurar |
PLN | polish | zloty złoty zlotys zlotych złotych | grosz | zł
CZK | czech | koruna koruny crown | haler | Kč
HUF | hungarian | forint | fillér |
RON | romanian | leu lei | ban |
MDL | moldovan | leu lei | ban |
BGN | bulgarian | lev leva | stotinka |
RSD | serbian | dinar | para |
MKD | macedonian | denar | deni |
ALL | albanian | lek leke | qindarka |
BAM | bosnian | convertible-mark | fening |
TRY | turkish | lira | kurus kuruş | ₺
UAH | ukrainian | hryvnia hryvna hryvnya | kopiyka | ₴
BYN | belarusian belarussian | rouble ruble | kopeck |
GEL | georgian | lari | tetri | ₾
AMD | armenian | dram | luma | ֏
AZN | azerbaijani | manat | qapik | ₼
TMT | turkmen turkmenistani turkmenistan | manat | tenge |
KZT | kazakh kazakhstani kazakhstan | tenge | tiyn | ₸
UZS | uzbek uzbekistani uzbekistan | som soum | tiyin |
KGS | kyrgyz kyrgyzstani kyrgyzstan | som | tyiyn |
TJS | tajik tajikistani tajikistan | somoni | diram |
MNT | mongolian | tugrik togrog tögrög | möngö | ₮
ILS | israeli new-israeli | shekel new-shekel | agora | ₪
SAR | saudi saudi-arabian | riyal saudiriyal | halala |
QAR | qatari qatar | riyal | dirham |
AED | emirati uae u.a.e. united-arab-emirates | dirham | fils |
KWD | kuwaiti kuwait | dinar | fils |
BHD | bahraini bahrain | dinar | fils |
OMR | omani oman | rial riyal | baisa |
YER | yemeni | rial | fils |
IRR | iranian | rial | dinar | ﷼
IQD | iraqi | dinar | fils |
JOD | jordanian | dinar | fils piastre |
LBP | lebanese | pound lira | piastre |
SYP | syrian | pound | piastre |
EGP | egyptian egypt | pound geneh | piastre |
SDG | sudanese | pound | piastre |
SSP | south-sudanese | pound | piastre |
LYD | libyan | dinar | dirham |
TND | tunisian | dinar | millime |
DZD | algerian | dinar | centime |
MAD | moroccan morocco | dirham | centime |
AFN | afghan | afghani | pul | ؋
PKR | pakistani pakistan | rupee | paisa | ₨
LKR | sri-lankan sri-lanka | rupee | cent |
NPR | nepalese nepali | rupee | paisa |
MUR | mauritian mauritius | rupee | cent |
SCR | seychellois seychelles | rupee | cent |
MVR | maldivian | rufiyaa | laari |
BDT | bangladeshi | taka | poisha | ৳
BTN | bhutanese | ngultrum | chetrum |
MMK | burmese myanmar | kyat | pya |
THB | thai | baht | satang | ฿
KHR | cambodian | riel | sen | ៛
LAK | lao laotian | kip | att | ₭
VND | vietnamese | dong đồng | hao | ₫
IDR | indonesian | rupiah | sen |
MYR | malaysian malaysia | ringgit | sen |
BND | brunei | dollar | sen |
PHP | philippine filipino | peso | centavo sentimo | ₱
KPW | north-korean | won | chon |
MOP | macanese macau | pataca | avo |
PGK | papua-new-guinean papua-new-guinea | kina | toea |
FJD | fijian fiji | dollar | cent |
ZAR | south-african | rand | cent |
NAD | namibian | dollar | cent |
BWP | botswana | pula | thebe |
NGN | nigerian | naira | kobo | ₦
GHS | ghanaian ghana | cedi | pesewa | ₵
KES | kenyan kenya | shilling | cent |
UGX | ugandan uganda | shilling | cent |
TZS | tanzanian tanzania | shilling | cent |
SOS | somali | shilling | cent |
ETB | ethiopian | birr | santim |
ERN | eritrean | nakfa | cent |
RWF | rwandan | franc | centime |
BIF | burundian | franc | centime |
DJF | djiboutian | franc | centime |
CDF | congolese | franc | centime |
GNF | guinean | franc | centime |
KMF | comorian | franc | centime |
STN | são-tomé sao-tome | dobra | cêntimo |
FKP | falkland falkland-islands | pound | penny |
GIP | gibraltar gibraltarian | pound | penny |
XAF | central-african | cfa-franc franc | centime |
XOF | west-african | cfa-franc franc | centime |
XPF | french-pacific | cfp-franc franc pacific-franc | centime |
WST | samoan | tala | sene |
TOP | tongan | pa'anga paanga | seniti |
VUV | vanuatu | vatu | |
SBD | solomon-islands | dollar | cent |
KYD | cayman cayman-islands caymanian | dollar | cent |
MGA | malagasy | ariary | iraimbilanja |
ZMW | zambian | kwacha | ngwee |
MWK | malawian | kwacha | tambala |
MZN | mozambican | metical meticais | centavo |
AOA | angolan | kwanza | cêntimo |
ZWL | zimbabwean zimbabwe | dollar | cent |
SZL | swazi | lilangeni emalangeni | cent |
LSL | lesotho | loti maloti | sente |
GMD | gambian | dalasi | butut |
LRD | liberian | dollar | cent |
SLE | sierra-leonean | leone | cent |
MRU | mauritanian | ouguiya | khoums |
CVE | cape-verdean | escudo | centavo |
ARS | argentine argentinian | peso | centavo |
CLP | chilean | peso | centavo |
COP | colombian | peso | centavo |
UYU | uruguayan | peso | centésimo |
DOP | dominican | peso | centavo |
CUP | cuban | peso | centavo |
PEN | peruvian | sol soles nuevo-sol nuevos-soles | céntimo |
BOB | bolivian | boliviano | centavo |
PYG | paraguayan | guarani guaraní guaranies guaraníes | céntimo | ₲
VES | venezuelan | bolivar bolívar bolivares bolívares | céntimo |
CRC | costa-rican | colon colón colones | céntimo | ₡
GTQ | guatemalan | quetzal quetzales | centavo |
HNL | honduran | lempira | centavo |
NIO | nicaraguan | cordoba córdoba | centavo |
PAB | panamanian | balboa | centésimo |
HTG | haitian | gourde | centime |
JMD | jamaican | dollar | cent |
TTD | trinidadian trinidad-and-tobago | dollar | cent |
BBD | barbadian barbados | dollar | cent |
BSD | bahamian | dollar | cent |
BMD | bermudian bermuda | dollar | cent |
BZD | belize belizean | dollar | cent |
GYD | guyanese guyana | dollar | cent |
XCD | east-caribbean | dollar | cent |
SRD | surinamese | dollar | cent |
HRK | croatian | kuna | lipa |
BTC | | bitcoin | satoshi | ₿
ETH | | ether ethereum | gwei |
DEM | german west-german | mark deutsche-mark deutschmark deutschemark d-mark | pfennig |
FRF | french | franc | centime |
BEF | belgian | franc | centime |
LUF | luxembourg | franc | centime |
ITL | italian | lira lire | |
NLG | dutch netherlands | guilder gulden | |
ESP | spanish | peseta | céntimo |
PTE | portuguese | escudo | centavo |
ATS | austrian | schilling | groschen |
FIM | finnish | markka markkaa mark | penni |
GRD | greek | drachma | lepton |
IEP | irish | punt pound | penny |
EEK | estonian | kroon | sent |
SKK | slovak | koruna crown | halier |
SIT | slovenian | tolar | stotin |
CYP | cypriot | pound | cent |
MTL | maltese | lira liri pound | cent |
LTL | lithuanian | litas | centas |
LVL | latvian | lat | santim |
AWG | aruban | florin guilder | cent |
ANG | antillean netherlands-antillean | guilder | cent |
XEU | | ecu | |
XDR | | special-drawing-right | |
`;
