import type { SourceSlot } from './model';

/** One symbol for each slot, about 70 square units: shape and colour always go together. */
export const SYMBOLS: Record<SourceSlot['slot'], string> = {
  1: 'M-4.8,0a4.8,4.8 0 1,0 9.6,0a4.8,4.8 0 1,0 -9.6,0z',
  2: 'M-4.3,-4.3h8.6v8.6h-8.6z',
  3: 'M0,-6.3L5.5,3.9H-5.5z',
  4: 'M0,-6.4L5.2,0L0,6.4L-5.2,0z',
  5: 'M-1.9,6V0.9L-6,-2.2L-4,-5.4L0,-2.6L4,-5.4L6,-2.2L1.9,0.9V6z',
  6: 'M0,-7L1.9,-2.3L6.7,-2.2L2.9,0.9L4.1,5.7L0,3L-4.1,5.7L-2.9,0.9L-6.7,-2.2L-1.9,-2.3z',
  7: 'M-1.8,-5.4h3.6v3.6h3.6v3.6h-3.6v3.6h-3.6v-3.6h-3.6v-3.6h3.6z',
};
