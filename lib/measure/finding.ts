import type { Told } from './told';
import type { Reason } from './types';

/**
 * A reason, or a difference that makes two questions different whatever else they share; null where nothing speaks for or against. Its words
 * are put together of the two when somebody reads them: far more pairs are weighed than shown, so whatever can be is one finding for all pairs.
 */
export type Finding = (Readonly<Omit<Reason, 'words'>> & { readonly veto: Veto | null; readonly words: Words }) | null;
export type Veto = 'noun' | 'unit' | 'act' | 'direction' | 'text';
type Words = string | ((x: Told, y: Told) => string);

export const list = (words: readonly string[]): string => words.join(' and ').replaceAll('_', ' ') || 'nothing named';
export const reason = (feature: string, weight: number, words: Words): Finding => ({ feature, weight, veto: null, words });
export const vetoed = (veto: Veto, words: Words): Finding => ({ feature: veto, weight: -1, veto, words });
