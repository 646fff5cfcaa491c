import { EPIDEMIC } from './epidemic';
import { FERRY } from './ferry';
import { STORM } from './storm';
import { TOWN } from './town';

export { type DemoArticle, inputOf } from './article';
export { FERRY_LATER } from './ferry';

/** What the demo's newsroom has read when its people begin to rule. */
export const ARTICLES = [...EPIDEMIC, ...FERRY, ...STORM, ...TOWN];
