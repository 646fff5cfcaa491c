import type { ChartModel } from './model';

/** What the signs of this picture mean; signs that are not in it are not explained. */
export function chartKey({ marks, joints, band, trails }: ChartModel): string {
  const shapes = marks.map(({ shape }) => shape);
  const points = (towards: 'up' | 'down') => shapes.some((shape) => shape.form === 'arrow' && shape.towards === towards);
  const has = (...forms: string[]) => shapes.some(({ form }) => forms.includes(form));
  const signs: [boolean, string][] = [
    [true, 'Shape and colour: source.'],
    [points('up'), 'Arrow up: “over”, “at least”.'],
    [points('down'), 'Arrow down: “nearly”, “up to”.'],
    [has('arrow'), 'Its length means nothing; an open head leaves the figure itself out.'],
    [has('whisker'), 'Whisker: “about”.'],
    [has('bar'), 'Bar: a stated range.'],
    [has('dotted'), 'Dotted line: words without a number.'],
    [marks.some(({ span }) => span !== null), 'Line across: a date known to the month or year.'],
    [marks.some(({ former }) => former), 'Hollow: taken back, or followed by another figure of the same voice for the same day.'],
    [marks.some(({ copies }) => copies > 1), '×: so many copies of one text.'],
    [marks.some(({ ring }) => ring === 'contested'), 'Double red ring: in an open conflict.'],
    [marks.some(({ ring }) => ring === 'ruled'), 'Grey ring: ruled on.'],
    [joints.some(({ ruled }) => !ruled), 'Dashed line: figures that cannot both stand.'],
    [band !== null, 'Green band: accepted by a published ruling.'],
    [trails.length > 0, 'Point at a mark to see the others of its source.'],
  ];
  return signs.flatMap(([shown, words]) => (shown ? [words] : [])).join(' ');
}
