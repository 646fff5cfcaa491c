/** Under which terms what we made may be used. Quotes are not ours to give: they stay their sources’. */
export const LICENCE = {
  name: 'Creative Commons Attribution 4.0 International',
  short: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  words:
    'Readings, groupings, comparisons and rulings may be used by anybody for anything, under Creative Commons Attribution 4.0 (CC BY 4.0): name Countercheck and the address of the page. Quotes, titles and bylines belong to the articles they come from, and are shown in short as the law on quotation allows.',
};

export const CODE_LICENCE = 'MIT';
