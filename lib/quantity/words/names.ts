import { words } from '../../base';

/** Share indexes and lists of companies: how many they hold stands behind them ("FTSE 100"), but so does what they did ("Nasdaq 2%"). */
export const INDEXES = words('sp ftse nikkei nasdaq stoxx russell asx kospi csi dax cac ibex smi tsx topix nifty fortune');

/**
 * Makers of numbered models, and products and missions that are numbered themselves, for where a text shows no capitals or the sentence
 * begins there: everywhere else the shape tells a name.
 */
export const NUMBERED = words(
  `apollo soyuz gemini voyager falcon boeing airbus android iphone ipad playstation xbox ferrari porsche volvo lexus mercedes bmw audi
  peugeot`,
);
