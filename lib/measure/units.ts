import { add, divide, type Exact, multiply } from '@/lib/base';

/** Factor to the base unit of its dimension, and an offset for temperatures. Exact by definition of the unit where one exists. */
interface Unit {
  dimension:
    | 'length'
    | 'mass'
    | 'area'
    | 'volume'
    | 'speed'
    | 'temperature'
    | 'duration'
    | 'calendar'
    | 'age'
    | 'power'
    | 'rating'
    | 'energy'
    | 'data'
    | 'rating';
  factor: Exact;
  offset?: Exact;
  names: string[];
}

export const UNIT_TABLE: readonly Unit[] = [
  { dimension: 'length', factor: '1', names: ['m', 'meter', 'metre'] },
  { dimension: 'length', factor: '1000', names: ['km', 'kilometer', 'kilometre'] },
  { dimension: 'length', factor: '0.01', names: ['cm', 'centimeter', 'centimetre'] },
  { dimension: 'length', factor: '0.001', names: ['mm', 'millimeter', 'millimetre'] },
  { dimension: 'length', factor: '1609.344', names: ['mi', 'mile'] },
  { dimension: 'length', factor: '0.9144', names: ['yd', 'yard'] },
  { dimension: 'length', factor: '0.3048', names: ['ft', 'foot', 'feet'] },
  { dimension: 'length', factor: '0.0254', names: ['in', 'inch', 'inches'] },
  { dimension: 'length', factor: '1852', names: ['nautical mile', 'nmi'] },
  { dimension: 'mass', factor: '1', names: ['kg', 'kilogram', 'kilo'] },
  { dimension: 'mass', factor: '0.001', names: ['g', 'gram', 'gramme'] },
  { dimension: 'mass', factor: '1000', names: ['t', 'tonne', 'metric ton', 'ton'] },
  { dimension: 'mass', factor: '0.000001', names: ['mg', 'milligram', 'milligramme'] },
  { dimension: 'mass', factor: '100', names: ['quintal'] },
  { dimension: 'mass', factor: '6.35029318', names: ['stone'] },
  { dimension: 'mass', factor: '0.45359237', names: ['lb', 'lbs', 'pound'] },
  { dimension: 'mass', factor: '0.028349523125', names: ['oz', 'ounce'] },
  { dimension: 'area', factor: '1', names: ['m²', 'm2', 'square meter', 'square metre'] },
  { dimension: 'area', factor: '1000000', names: ['km²', 'km2', 'square kilometer', 'square kilometre'] },
  { dimension: 'area', factor: '10000', names: ['ha', 'hectare'] },
  { dimension: 'area', factor: '4046.8564224', names: ['acre'] },
  { dimension: 'area', factor: '2589988.110336', names: ['square mile', 'sq mi'] },
  { dimension: 'area', factor: '0.09290304', names: ['square foot', 'square feet', 'sq ft'] },
  { dimension: 'volume', factor: '1', names: ['l', 'liter', 'litre'] },
  { dimension: 'volume', factor: '0.001', names: ['ml', 'millilitre', 'milliliter'] },
  { dimension: 'volume', factor: '0.01', names: ['cl', 'centilitre', 'centiliter'] },
  { dimension: 'volume', factor: '1000', names: ['m³', 'cubic meter', 'cubic metre'] },
  { dimension: 'volume', factor: '28.316846592', names: ['cubic foot', 'cubic feet'] },
  { dimension: 'speed', factor: '1', names: ['km/h', 'kph', 'km per hour', 'kilometer per hour', 'kilometre per hour'] },
  { dimension: 'speed', factor: '1.609344', names: ['mph', 'mile per hour'] },
  { dimension: 'speed', factor: '3.6', names: ['m/s', 'm per second', 'meter per second', 'metre per second'] },
  { dimension: 'speed', factor: '1.852', names: ['knot'] },
  { dimension: 'temperature', factor: '1', names: ['°c', 'c', 'celsius', 'degree celsius', 'degrees celsius'] },
  {
    dimension: 'temperature',
    factor: '0.555555555555555555555555555556',
    offset: '-32',
    names: ['°f', 'f', 'fahrenheit', 'degree fahrenheit', 'degrees fahrenheit'],
  },
  { dimension: 'duration', factor: '1', names: ['s', 'second', 'sec'] },
  { dimension: 'duration', factor: '60', names: ['min', 'minute'] },
  { dimension: 'duration', factor: '3600', names: ['h', 'hour', 'hr'] },
  { dimension: 'duration', factor: '86400', names: ['day', 'd'] },
  { dimension: 'duration', factor: '604800', names: ['week'] },
  { dimension: 'calendar', factor: '1', names: ['month'] },
  { dimension: 'calendar', factor: '12', names: ['year'] },
  { dimension: 'calendar', factor: '120', names: ['decade'] },
  { dimension: 'calendar', factor: '1200', names: ['century', 'centurie'] },
  { dimension: 'age', factor: '1', names: ['month old'] },
  { dimension: 'age', factor: '12', names: ['year old'] },
  { dimension: 'rating', factor: '1', names: ['of 100'] },
  { dimension: 'rating', factor: '5', names: ['of 20'] },
  { dimension: 'rating', factor: '10', names: ['of 10'] },
  { dimension: 'rating', factor: '20', names: ['of 5'] },
  { dimension: 'rating', factor: '25', names: ['of 4'] },
  { dimension: 'power', factor: '1', names: ['w', 'watt'] },
  { dimension: 'power', factor: '1000', names: ['kw', 'kilowatt'] },
  { dimension: 'power', factor: '1000000', names: ['mw', 'megawatt'] },
  { dimension: 'power', factor: '1000000000', names: ['gw', 'gigawatt'] },
  { dimension: 'energy', factor: '1', names: ['kwh', 'kilowatt hour'] },
  { dimension: 'energy', factor: '1000', names: ['mwh', 'megawatt hour'] },
  { dimension: 'energy', factor: '1000000', names: ['gwh', 'gigawatt hour'] },
  { dimension: 'energy', factor: '1000000000', names: ['twh', 'terawatt hour'] },
  { dimension: 'data', factor: '1', names: ['byte'] },
  { dimension: 'data', factor: '1000', names: ['kb', 'kilobyte'] },
  { dimension: 'data', factor: '1000000', names: ['mb', 'megabyte'] },
  { dimension: 'data', factor: '1000000000', names: ['gb', 'gigabyte'] },
  { dimension: 'data', factor: '1000000000000', names: ['tb', 'terabyte'] },
];

const BY_NAME = new Map(UNIT_TABLE.flatMap((unit) => unit.names.map((name) => [name, unit] as const)));

/** The table knows singulars and symbols; the plural "s" of a written unit is dropped. Case matters for ISO 4217 codes alone. */
function find(unit: string): Unit | null {
  const name = unit.trim().toLowerCase();
  return BY_NAME.get(name) ?? BY_NAME.get(name.replace(/s\b/g, '')) ?? null;
}

const CURRENCY = /^[A-Z]{3}$/;

/** True for money: an ISO 4217 code. Currencies share the dimension "money" and are never converted. */
export const isCurrency = (unit: string | null): boolean => unit !== null && CURRENCY.test(unit);

/** The dimension of a unit as written: "length", "money", "%", or the unit itself when the table does not know it; null without unit. */
export function dimensionOf(unit: string | null): string | null {
  if (unit === null) return null;
  return isCurrency(unit) ? 'money' : (find(unit)?.dimension ?? unit.trim().toLowerCase().replace(/s\b/g, ''));
}

/** True when both are spellings of one unit ("km", "kilometres"). */
export function sameUnit(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return a === b;
  if (isCurrency(a) || isCurrency(b)) return false;
  const [x, y] = [find(a), find(b)];
  return x && y ? x === y : dimensionOf(a) === dimensionOf(b);
}

/** The value in another unit of its dimension; null where the table has no way, and always between currencies. */
export function convert(value: Exact, from: string, to: string): Exact | null {
  const [source, target] = [find(from), find(to)];
  if (isCurrency(from) || isCurrency(to) || !source || !target || source.dimension !== target.dimension) return null;
  const base = multiply(add(value, source.offset ?? '0'), source.factor);
  return add(divide(base, target.factor), multiply(target.offset ?? '0', '-1'));
}
