import { WordTable } from '@/lib/base';
import type { ArticleView, Mention } from './view';

/** Counted again and again, and different each time: people and things that a place or a body has. Those that last are the same all month. */
const ROWS: readonly { lasts: boolean; heads: string }[] = [
  {
    lasts: true,
    heads:
      'resident inhabitant population member employee worker student pupil teacher bed seat branch store shop flat apartment room school',
  },
  {
    lasts: false,
    heads: `staff subscriber user customer household soldier inmate prisoner subsidiary volunteer officer doctor nurse vehicle bus tram
      ferry ship aircraft follower citizen voter patient animal`,
  },
];
const STANDING = new WordTable(ROWS.flatMap(({ lasts, heads }) => heads.split(/\s+/).map((head): [string, boolean] => [head, lasts])));

/** True for a counted thing that a place or a body has so many of today, and perhaps not tomorrow; singular, lower case. */
export const isStanding = (head: string): boolean => STANDING.has(head);

/** True for one of which there are as many a week later: residents and seats stay, while those in a camp or a prison come and go. */
export const lastsLong = (head: string): boolean => STANDING.get(head) === true;

/** "23 survivors remain in hospital": how many are there, and not how many were saved. */
export const staysInHospital = ({ text }: ArticleView, { quantity: { mention } }: Mention): boolean =>
  STAYS.test(text.slice(mention.end, mention.end + HOSPITAL_WITHIN));
const STAYS =
  /^ (?:(?:are|is) (?:still )?(?:being )?(?:treated )?|(?:were|was) (?:still )?(?:being treated )?|(?:remain|stay)(?:s|ed)? )in (?:[a-z]+ )?hospitals?\b/i;
const HOSPITAL_WITHIN = 60;
