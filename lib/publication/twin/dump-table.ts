import type { Column } from './columns';

/** One table of all that is public: its columns, and the rows that one thing gives to it. */
export interface Table<S, T> {
  name: string;
  words: string;
  columns: readonly Column<T>[];
  rows(from: S): T[];
}

export const table = <S, T>(declared: Table<S, T>): Table<S, T> => declared;
export const text = <T>(name: string, words: string, of: Column<T>['of']): Column<T> => ({ name, kind: 'text', words, of });
export const number = <T>(name: string, words: string, of: (row: T) => number): Column<T> => ({
  name,
  kind: 'number',
  words,
  of: (row) => String(of(row)),
});
export const instant = <T>(name: string, words: string, of: (row: T) => string | null): Column<T> => ({ name, kind: 'instant', words, of });
export const truth = <T>(name: string, words: string, of: (row: T) => boolean): Column<T> => ({ name, kind: 'truth', words, of });
