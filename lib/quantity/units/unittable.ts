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

m= metre meter | | a p n µ μ m c d k
mile | mi |
nautical-mile | nmi |
yard | yd yds |
foot | ft |
inch | |
furlong | |
fathom | |
light-year lightyear | ly |
parsec | pc- | k M G
astronomical-unit | AU |
micrometre micrometer micron | um |
angstrom ångström | Å |

g= gram gramme | gm gms | n µ μ m k
kg= kilo | kgs |
microgram | mcg |
tonne metric-ton metric-tonne | t- | M G
ton short-ton long-ton us-ton kiloton megaton gigaton | |
deadweight-ton deadweight-tonne | dwt DWT |
gross-ton gross-tonne gross-register-ton gross-tonnage | grt |
pound pound-mass | lb lbs |
ounce troy-ounce | oz ozt |
fluid-ounce fl-oz | |
quintal | |
hundredweight | cwt |
stone | |
carat karat | ct |
dalton | Da | k

acre | |
dunam dunum | |
feddan | |
hectare | ha |
bigha | |
litre liter | L l ltr ltrs |
kilolitre kiloliter | kl kL |
millilitre milliliter | mL |
ml= | |
centilitre centiliter | cl cL |
decilitre deciliter | dl dL |
hectolitre hectoliter | hl hL |
microlitre microliter | µl μl µL μL |
nanolitre nanoliter | nl nL |
picolitre picoliter | pl pL |
gallon us-gallon u.s.-gallon imperial-gallon uk-gallon | gal |
quart | qt qts |
pint | |
barrel | bbl bbls |
barrel-of-oil-equivalent | boe |
tonne-of-oil-equivalent ton-of-oil-equivalent | toe- | k M
boe-per-day | boepd boed |
million-barrel-per-day | mbpd mmbpd |
bushel | bu |
hogshead | |
tablespoon tablespoonful | tbsp tbsps tbs |
teaspoon teaspoonful | tsp tsps |
cup cupful | |
acre-foot | |
bcm | bcm Bcm |
bcf | bcf Bcf |
tcf | tcf Tcf |
mcf | mcf Mcf |
mmcf | mmcf MMcf |
mmscfd | mmscfd MMscfd |
tmcft tmc-ft | |
board-foot | |
cubic-centimetre cubic-centimeter | cc ccm |

second | sec secs s- | f p n µ μ m
minute | min mins |
hour | hr hrs |
day | |
week | wk wks |
fortnight | |
month | mos |
year | yr yrs |
kiloyear | ka kyr |
megayear | Ma Myr mya |
gigayear | Ga Gyr |
decade | |
century | |
millennium | |

mph= mile-per-hour | |
km/h= kilometre-per-hour kilometer-per-hour km-per-hour | kph kmh kmph |
m/s= metre-per-second meter-per-second m-per-second | mps |
m-per-second-squared metre-per-second-squared meter-per-second-squared | |
Mach | |
knot | kt kts kn |
mile-per-gallon mile-to-the-gallon mile-per-us-gallon | mpg |

degree | deg degs |
°C= degree-celsius celsius celcius degree-centigrade centigrade centigrate | degC degc ºC |
°F= degree-fahrenheit fahrenheit farenheit | degF degf ºF |
kelvin | |
radian | rad rads |
minute-of-arc arcminute arc-minute | arcmin |
second-of-arc arcsecond arc-second | arcsec |
milliarcsecond milli-arcsecond | mas |
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
KM km
KMS km
KG kg
KGS kg
CM cm
MM mm
ug µg
uL µL
umol µmol
m.p.h. mph
m.p.g. mpg
k.p.h. kph
r.p.m. rpm
p.s.i. psi
p.c. pc
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
kv kV
KV kV
kj kJ
KJ kJ
mj MJ
mev MeV
mp MP
MEV MeV
pb PB
kib KiB
mib MiB
gib GiB
tib TiB
pf pF
PF pF
nf nF
bq Bq
BQ Bq
kms km
Kms km
Km km
Kg kg
Hp hp
Ft ft
`;
