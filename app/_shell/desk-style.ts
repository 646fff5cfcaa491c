import { type Stylesheet, stylesheetOf } from '../_ui/stylesheet';

/** What the desk adds to the stylesheet it shares with the public pages. */
export const deskStyle = (): Stylesheet => stylesheetOf('desk');

/** Its address changes with its content, so that browsers may keep it for a year. */
export const deskStyleHref = (): string => `/desk.css?v=${deskStyle().version}`;
