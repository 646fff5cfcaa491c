/** Under what others may use what is published here: said once, for pages, twins and dumps. */
export const DATA_LICENCE = {
  name: 'Creative Commons Attribution 4.0 International',
  short: 'CC BY 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

export const CODE_LICENCE = 'MIT';
