/** A title in quotation marks. One that is words of a text stands in them already, and gets no second pair. */
export const quoted = (title: string): string => (/^“[^“”]*”$/.test(title) ? title : `“${title}”`);
