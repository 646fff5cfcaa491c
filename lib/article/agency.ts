/** News agencies whose texts others print, by the name they are known under, with the other names that stand for them. */
const AGENCIES: Readonly<Record<string, readonly string[]>> = {
  AP: ['Associated Press', 'The Associated Press'],
  Reuters: ['Thomson Reuters'],
  AFP: ['Agence France-Presse', 'Agence France Presse'],
  UPI: ['United Press International'],
  dpa: ['Deutsche Presse-Agentur', 'German Press Agency'],
  'PA Media': ['Press Association'],
  Xinhua: ['Xinhua News Agency'],
  TASS: ['ITAR-TASS'],
  Interfax: [],
  ANSA: [],
  EFE: ['Agencia EFE'],
  Kyodo: ['Kyodo News'],
  Yonhap: ['Yonhap News Agency'],
  PTI: ['Press Trust of India'],
  ANI: ['Asian News International'],
  IANS: ['Indo-Asian News Service'],
  'Canadian Press': ['The Canadian Press'],
  AAP: ['Australian Associated Press'],
  Anadolu: ['Anadolu Agency'],
};

const keyOf = (name: string): string => name.toLowerCase().replace(/\./g, '').replace(/\s+/g, ' ').trim();
const BY_NAME = new Map(Object.entries(AGENCIES).flatMap(([own, others]) => [own, ...others].map((name) => [keyOf(name), own] as const)));

/** Who published a text, and the agency that wrote it, where another one did. */
export interface Published {
  outlet: string | null;
  agency: string | null;
}

/**
 * Takes "USA Today (AP)" apart, and looks for an agency in a byline ("By Ada Lund, Associated Press"). Brackets with anything else
 * in them ("The Times (London)") are part of the name. An agency that publishes its own text is its outlet alone.
 */
export function publishedBy(name: string | null, byline: string | null): Published {
  const opened = name?.endsWith(')') ? name.lastIndexOf('(') : -1;
  const told = name !== null && opened > 0 ? BY_NAME.get(keyOf(name.slice(opened + 1, -1))) : undefined;
  const outlet = told === undefined ? name : (name as string).slice(0, opened).trim();
  const agency = told ?? agencyIn(byline);
  return { outlet, agency: outlet !== null && BY_NAME.get(keyOf(outlet)) === agency ? null : agency };
}

/** The parts of a byline between commas, bars, brackets and dashes, and what stands behind "for": one of them is the name of an agency alone. */
function agencyIn(byline: string | null): string | null {
  if (byline === null) return null;
  const parts = byline.split(/[,;|/()–—]| - |\b(?:by|for|and|with|from)\b/i);
  for (const part of parts) {
    const found = BY_NAME.get(keyOf(part.replace(/\b(?:staff|wire|news service)\b/gi, '')));
    if (found !== undefined) return found;
  }
  return null;
}

/** All names that the record may know an agency by, its own first. */
export const namesOfAgency = (agency: string): string[] => [agency, ...(AGENCIES[agency] ?? [])];
