/** Units of energy, power, force, electricity, radiation, chemistry and data, written as those of the everyday table are. */
export const SCIENCE_TABLE = `
W= watt | | m k M G T
kWh= kilowatt-hour kw-h | |
watt-hour w-h | Wh | k M G T
horsepower | hp |
brake-horsepower | bhp |
metric-horsepower | PS |
joule | J | k M G T P E
calorie | cal | k
british-thermal-unit btu | Btu BTU |
mmbtu million-british-thermal-unit million-btu | mmBtu MMBtu mmBTU MMBTU |
electronvolt electron-volt | eV | m k M G T
therm | |
volt | V | m k M
ampere amp ampère | A- | m k
ampere-hour amp-hour | Ah | m
ohm | Ω Ω | k M
farad | F- | µ μ n p
coulomb | |
henry | H- | m µ n
tesla | | m µ n
weber | Wb | m
siemens | S- | m µ
katal | |
dioptre diopter | |
foot-candle | |
steradian | |
erg | |
dyne | |
poise | |
maxwell | |
oersted | |
roentgen röntgen | | m
rem | | m
jansky | |
Hz= hertz | | k M G T
revolution-per-minute | rpm |
beat-per-minute | bpm |
frame-per-second | fps |

newton | N- | k M
kilogram-force | kgf |
pound-force | lbf |
newton-second n-s | Ns |
joule-second j-s | |
pascal-second pa-s | |
volt-ampere v-a | VA- | k M
newton-metre newton-meter n-m nm-of-torque | Nm |
pound-foot foot-pound lb-ft ft-lb | lbft ftlb |
pascal | Pa | h k M G
pound-per-square-inch | psi |
kilopound-per-square-inch | ksi |
atmosphere | atm |
bar | |
millibar | mbar |
torr | |
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
megapixel | |
gigapixel | |
dot-per-inch | dpi |
pixel-per-inch | ppi |

decibel | dB dBA |
lumen | lm |
lux | lx |
candela | |
nit | |
gray | Gy | µ m
sievert | Sv | µ μ m
becquerel | Bq | k M G T P
curie | Ci |
mole | mol | µ μ n m
millimolar | mM |
micromolar | µM μM uM |
nanomolar | nM |
international-unit | IU |
base-pair | |
barrel-per-day | bpd |
cubic-foot-per-minute | cfm |
litre-per-minute liter-per-minute | lpm LPM |
cubic-foot-per-second | cfs |
cusec | |
cumec | |
ton-per-day | tpd |
tonne-per-annum | tpa |
mtpa | Mtpa |
`;
