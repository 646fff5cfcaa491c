import { z } from 'zod';
import { ID_PATTERN } from '../ids';

/**
 * Pieces of inputs that read the same from JSON and from an HTML form, where every value is text and an empty field is "".
 */
export const id = z.string().regex(ID_PATTERN, 'This is no id of ours.');

export const revision = z.union([
  z.int().min(0),
  z
    .string()
    .regex(/^\d{1,9}$/, 'A revision is a whole number.')
    .transform(Number),
]);

/**
 * Half of a pair of code units, for which no encoding has a place, and the sign at which the database takes a text to end. What the log binds of
 * them would not be what is read again, and a record with such a half in it can end the process that reads it.
 */
const UNKEPT = /[\p{Cs}\0]/gu;

export const text = z.string().overwrite((typed) => typed.replace(UNKEPT, '\ufffd'));

/** Absent, null and blank are the same: nothing was said. */
export const optionalText = text.nullish().transform((value) => (value?.trim() ? value : null));

export const optionalIndex = z
  .union([z.int().min(0), z.string().regex(/^\d{0,3}$/, 'A position is a whole number.'), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null || value === '' ? null : Number(value)));

/** A whole number from one to the other, of four digits at most. */
export const whole = (least: number, most: number) =>
  z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number),
    ])
    .refine((n) => n >= least && n <= most);

/** A box: ticked, or not sent at all. */
export const box = z
  .union([z.boolean(), z.enum(['on', 'true', '1', 'false', '0', ''])])
  .optional()
  .transform((value) => value === true || value === 'on' || value === 'true' || value === '1');

const SEEN = /^([0-9a-z]{10,12})@(\d{1,9})$/;

/** Readings as they were seen, each by its id and the number of acts of people on it: "k3v9m2qd4x@0". A form sends all of them in one field. */
export const seenReadings = z
  .union([z.array(z.string()), z.string().transform((all) => all.split(/\s+/).filter(Boolean))])
  .refine((all) => all.every((one) => SEEN.test(one)), 'A reading that was seen is its id and its revision, as "k3v9m2qd4x@0".')
  .transform((all) => all.map((one) => ({ id: one.replace(SEEN, '$1'), revision: Number(one.replace(SEEN, '$2')) })))
  .optional();

/** Left out: not said. Null and blank: said to be nothing. */
export const said = text.nullish().transform((value) => (value === undefined ? undefined : value?.trim() ? value : null));

/** A place in a text, in UTF-16 code units; empty where none was seen. */
export const optionalPlace = z
  .union([z.int().min(0), z.string().regex(/^\d{0,9}$/, 'A place is a whole number.'), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null || value === '' ? null : Number(value)));
