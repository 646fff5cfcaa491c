import { words } from '../../base';

/** Plurals that have a size and are not counted one by one. */
export const SIZES =
  words(`sales prices profits earnings revenues shares exports imports costs stocks rates rents wages temperatures assets ratings payments futures
  yields bonds funds numbers levels losses gains expenses savings debts taxes fees figures results orders points years months days hours
  incomes salaries reserves deposits investments markets indexes indices odds scores averages totals volumes`);
/** Run or swum by several, one after the other: "4 x 100 m relay" is four times that way. */
export const RACES = words('relay relays medley freestyle');
