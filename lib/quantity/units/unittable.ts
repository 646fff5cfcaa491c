/**
 * Units of measurement, one line a unit: names in the singular, hyphens for blanks | symbols | prefixes its symbols take. Names take every
 * prefix of the SI where the line has any, and their plurals need no line. A symbol before "=" is known to every reader of news and is
 * shown as it is; all others are shown as the first name. A symbol that ends in "-" stands only with a prefix.
 */
export const UNIT_TABLE = `
%= percent per-cent percentage percents pct | pc |
percentage-point percent-point per-cent-point | pp |
basis-point | bps bp |
‰= per-mille permille per-mil | |
part-per-million | ppm |
part-per-billion | ppb |
part-per-trillion | ppt |

m= metre meter | | n µ μ m c d k
mile | mi |
nautical-mile | nmi |
yard | yd yds |
foot | ft |
inch | |
furlong | |
fathom | |
light-year lightyear | |
parsec | |
astronomical-unit | |
micrometre micrometer micron | um |
angstrom ångström | Å |

g= gram gramme | gm gms | n µ μ m k
kg= kilo | kgs |
microgram | mcg |
tonne metric-ton metric-tonne | t- | M G
ton short-ton long-ton us-ton kiloton megaton gigaton | |
pound pound-mass | lb lbs |
ounce troy-ounce | oz |
fluid-ounce fl-oz | |
quintal | |
stone | |
carat karat | ct |
dalton | Da | k

acre | |
hectare | ha |
bigha | |
litre liter | L l ltr ltrs |
millilitre milliliter | mL |
ml= | |
centilitre centiliter | cl cL |
decilitre deciliter | dl dL |
hectolitre hectoliter | hl hL |
microlitre microliter | µl μl µL μL |
gallon us-gallon imperial-gallon | gal |
quart | qt |
pint | |
barrel | bbl bbls |
bushel | |
tablespoon tablespoonful | tbsp tbsps tbs |
teaspoon teaspoonful | tsp tsps |
cup cupful | |
acre-foot | |
bcm | bcm |
board-foot | |
cubic-centimetre cubic-centimeter | cc ccm |

second | sec secs s- | n µ μ m
minute | min mins |
hour | hr hrs |
day | |
week | wk wks |
fortnight | |
month | |
year | yr yrs |
decade | |
century | |
millennium | |

mph= mile-per-hour | |
km/h= kilometre-per-hour kilometer-per-hour km-per-hour | kph kmh kmph |
m/s= metre-per-second meter-per-second m-per-second | mps |
knot | kt kts |
mile-per-gallon | mpg |

degree | deg degs |
°C= degree-celsius celsius celcius degree-centigrade centigrade | degC degc ºC |
°F= degree-fahrenheit fahrenheit | degF degf ºF |
kelvin | |
radian | rad rads |
minute-of-arc arcminute arc-minute | arcmin |
second-of-arc arcsecond arc-second | arcsec |

W= watt | | m k M G T
kWh= kilowatt-hour | |
watt-hour | Wh | k M G T
horsepower | hp |
brake-horsepower | bhp |
metric-horsepower | PS |
joule | J | k M G T P
calorie | cal | k
btu british-thermal-unit | Btu BTU |
electronvolt electron-volt | eV | m k M G T
therm | |
volt | V | m k M
ampere amp ampère | A- | m k
ampere-hour amp-hour | Ah | m
ohm | Ω | k M
farad | F- | µ μ n p
coulomb | |
henry | |
Hz= hertz | | k M G T
revolution-per-minute | rpm |
beat-per-minute | bpm |
frame-per-second | fps |

newton | N- | k M
kilogram-force | kgf |
pound-force | lbf |
newton-metre newton-meter n-m nm-of-torque | Nm |
pound-foot foot-pound lb-ft ft-lb | lbft ftlb |
pascal | Pa | h k M G
pound-per-square-inch | psi |
kilopound-per-square-inch | ksi |
atmosphere | atm |
bar | |
millibar | mbar |
torr | |
millimetre-of-mercury | mmHg |

bit | b bit- | k M G T
kilobit | kb Kb |
megabit | Mb |
gigabit | Gb |
terabit | Tb |
B= byte | | k K M G T P E
kibibyte | KiB |
mebibyte | MiB |
gibibyte | GiB |
tebibyte | TiB |
bit-per-second | |
kilobit-per-second | kbps Kbps |
megabit-per-second | Mbps |
gigabit-per-second | Gbps |
pixel | px |
megapixel | |
gigapixel | |
dot-per-inch | dpi |
pixel-per-inch | ppi |

decibel | dB dBA |
lumen | lm |
lux | |
candela | |
gray | Gy | µ m
sievert | Sv | µ μ m
becquerel | Bq | k M G T P
curie | Ci |
mole | mol | µ μ n m
barrel-per-day | bpd |
cubic-foot-per-minute | cfm |
ton-per-day | tpd |
tonne-per-annum | tpa |
`;

/** Symbols as press and makers write them in small letters or capitals, each with the symbol it means. */
export const CASE_TABLE = `
mb MB
gb GB
tb TB
mbps Mbps
gbps Gbps
mw MW
gw GW
kw kW
kwh kWh
mwh MWh
gwh GWh
twh TWh
mhz MHz
ghz GHz
khz kHz
Ghz GHz
Mhz MHz
Khz kHz
KWH kWh
Kwh kWh
MWH MWh
Kw kW
hz Hz
kpa kPa
mpa MPa
gpa GPa
db dB
btu Btu
mah mAh
kbps kbps
mbar mbar
KM km
KMS km
KG kg
KGS kg
CM cm
MM mm
KW kW
LB lb
LBS lb
FT ft
OZ oz
ML ml
CC cc
HA ha
MPH mph
KPH kph
KMH kph
HP hp
BHP bhp
MPG mpg
RPM rpm
BPD bpd
PPM ppm
PPB ppb
HRS hr
MIN min
SEC sec
kms km
Kms km
Km km
Kg kg
Hp hp
Ft ft
`;
