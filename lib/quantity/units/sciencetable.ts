/** Units of energy, power, force, electricity, radiation, chemistry and data, written as those of the everyday table are. */
export const SCIENCE_TABLE = `
W= watt | | p n µ μ m k M G T P
kWh= kilowatt-hour kw-h | |
watt-hour w-h | Wh | k M G T
horsepower | hp |
brake-horsepower | bhp |
metric-horsepower | PS |
joule | J | f p n µ μ m k M G T P E
calorie | cal | k
british-thermal-unit btu | Btu BTU |
mmbtu million-british-thermal-unit million-btu | mmBtu MMBtu mmBTU MMBTU |
electronvolt electron-volt | eV | m k M G T
therm | |
volt | V | n µ μ m k M G
ampere amp ampère | A- | f p n µ μ m k
ampere-hour amp-hour | Ah | m
ohm | Ω Ω | µ μ m k M G T
farad | F- | f p n µ μ m
coulomb | |
henry | H- | n µ μ m
tesla | T- | p n µ μ m
weber | Wb | n µ μ m
siemens | S- | n µ μ m
katal | kat | n µ μ m
dioptre diopter | |
foot-candle | |
steradian | sr | m µ μ
erg | |
dyne | |
poise | P- | c
stokes | St- | c
maxwell | |
oersted | |
roentgen röntgen | | m
rem | | m
jansky | |
Hz= hertz | | µ μ m k M G T
revolution-per-minute | rpm |
beat-per-minute | bpm |
frame-per-second | fps |

newton | N- | p n µ μ m k M G
kilogram-force | kgf |
pound-force | lbf |
newton-second n-s | Ns |
joule-second j-s | |
pascal-second pa-s | |
volt-ampere v-a | VA- | k M
newton-metre newton-meter n-m nm-of-torque | Nm | m k M
inch-pound pound-inch in-lb lb-in | |
watt-second | Ws |
volt-second | Vs |
pound-foot foot-pound lb-ft ft-lb | lbft ftlb |
pascal | Pa | µ μ m h k M G T
pound-per-square-inch | psi |
kilopound-per-square-inch | ksi |
atmosphere | atm |
bar | bar- | k
millibar | mbar |
torr | Torr | m µ
millimetre-of-mercury millimeter-of-mercury mm-hg | mmHg |
inch-of-mercury | inHg |

bit | b bit- | k M G T
kilobit | kb Kb |
megabit | Mb |
gigabit | Gb |
terabit | Tb |
B= byte | | k K M G T P E Z Y
kibibyte | KiB |
mebibyte | MiB |
gibibyte | GiB |
tebibyte | TiB |
bit-per-second | |
kibibit | Kibit |
mebibit | Mibit |
gibibit | Gibit |
baud | Bd | k M
neper | Np |
kilobit-per-second | kbps Kbps |
megabit-per-second | Mbps |
gigabit-per-second | Gbps |
pebibyte | PiB |
qubit | |
gigaflop | |
teraflop | |
petaflop | |
exaflop | |
pixel | px |
megapixel | MP |
gigapixel | |
dot-per-inch | dpi |
line-per-inch | lpi |
pixel-per-inch | ppi |

decibel | dB dBA |
lumen | lm |
lux | lx |
candela | |
nit | |
gray | Gy | c µ μ m k
sievert | Sv | n µ μ m
becquerel | Bq | k M G T P
curie | Ci | p n µ μ m k M
mole | mol | f p n µ μ m k
millimolar | mM |
micromolar | µM μM uM |
nanomolar | nM |
international-unit | IU |
base-pair | |
barrel-per-day | bpd |
cubic-foot-per-minute | cfm |
gallon-per-minute | gpm |
million-gallon-per-day | mgd |
litre-per-minute liter-per-minute | lpm LPM |
cubic-foot-per-second | cfs |
cusec | |
cumec | |
ton-per-day | tpd |
tonne-per-annum | tpa |
mtpa | Mtpa |
`;
