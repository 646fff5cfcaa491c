import { plural } from './plural';

/** Words and symbols of measurement → how a unit is written here: its symbol, or its singular as written. */
const TABLE = `
%: % percent pct
percentage point: percentage-point percentage-points
basis point: basis-point basis-points bps
‰: ‰ per-mille
ton: ton tons
tonne: tonne tonnes
kg: kg kgs kilogram kilograms kilogramme kilogrammes kilo kilos
g: gram grams gramme grammes
mg: mg milligram milligrams
lb: lb lbs
pound: pound pounds
ounce: ounce ounces oz
km: km kms kilometre kilometres kilometer kilometers
m: metre metres meter meters
cm: cm centimetre centimetres centimeter centimeters
mm: mm millimetre millimetres millimeter millimeters
mile: mile miles
nautical mile: nautical-mile nautical-miles
yard: yard yards
foot: foot feet ft
inch: inch inches
acre: acre acres
hectare: hectare hectares ha
square kilometre: square-kilometre square-kilometres square-kilometer square-kilometers sq-km km² km2
square metre: square-metre square-metres square-meter square-meters sq-m m² m2
square mile: square-mile square-miles
square foot: square-foot square-feet sq-ft
cubic metre: cubic-metre cubic-metres cubic-meter cubic-meters m³
cubic foot: cubic-foot cubic-feet
litre: litre litres liter liters
ml: ml millilitre millilitres milliliter milliliters
gallon: gallon gallons
barrel: barrel barrels bbl
degree: degree degrees
°C: °c celsius degrees-celsius degrees-centigrade
°F: °f fahrenheit degrees-fahrenheit
mph: mph
km/h: kph kmh km/h
knot: knot knots
W: watt watts
kW: kw kilowatt kilowatts
MW: mw megawatt megawatts
GW: gw gigawatt gigawatts
kWh: kwh kilowatt-hour kilowatt-hours
MWh: mwh megawatt-hour megawatt-hours
GWh: gwh gigawatt-hour gigawatt-hours
TWh: twh
volt: volt volts
amp: amp amps
hertz: hz hertz
MHz: mhz megahertz
GHz: ghz gigahertz
calorie: calorie calories
horsepower: horsepower bhp hp
byte: byte bytes
kB: kb kilobyte kilobytes
MB: mb megabyte megabytes
GB: gb gigabyte gigabytes
TB: tb terabyte terabytes
rpm: rpm
second: second seconds sec secs
minute: minute minutes min mins
hour: hour hours hr hrs
day: day days
week: week weeks
fortnight: fortnight fortnights
month: month months
year: year years yr yrs
decade: decade decades
century: century centuries
`;

export const UNITS: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const cut = line.indexOf(': ');
      return line
        .slice(cut + 2)
        .split(' ')
        .map((name): [string, string] => [name.replaceAll('-', ' '), line.slice(0, cut)]);
    }),
);

/** Letters that are a unit only when glued to digits ("180m", "5g"). */
export const GLUED_UNITS: ReadonlyMap<string, string> = new Map([
  ['m', 'm'],
  ['g', 'g'],
  ['l', 'litre'],
  ['h', 'hour'],
  ['s', 'second'],
  ['c', '°C'],
  ['f', '°F'],
  ['w', 'W'],
  ['v', 'volt'],
  ['in', 'inch'],
  ['t', 'tonne'],
]);

export const DURATIONS: ReadonlySet<string> = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'month',
  'year',
  'decade',
  'century',
]);

/** Units are kept in the singular or as symbols; words take a plural ("412 meters", "6 tons"), symbols never do ("412 m"). */
export function unitPlural(unit: string): string {
  if (!/^(?:[a-z]{4,}|ton|day)$/.test(unit) || /s$|hertz$|celsius$|fahrenheit$/.test(unit)) return unit;
  return plural(unit);
}
