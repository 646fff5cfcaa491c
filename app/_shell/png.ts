import { join } from 'node:path';

/** The names of our fonts and no others, so that a picture looks the same on a machine without any. */
const FONTS = join(process.cwd(), 'app', '_ui', 'fonts', 'fonts.conf');
/** Points of the picture for each unit of the drawing. */
const SHARPNESS = { chart: 2, card: 1 };

/** An SVG of ours as PNG. It is drawn in a thread of the library, so no page waits for it. */
export async function pngOf(svg: string, kind: keyof typeof SHARPNESS): Promise<Uint8Array<ArrayBuffer>> {
  // Read once, when the first picture is drawn: there is no other way to tell the library which fonts there are.
  process.env.FONTCONFIG_FILE = FONTS;
  const { default: sharp } = await import('sharp');
  const drawn = await sharp(Buffer.from(svg), { density: 72 * SHARPNESS[kind] })
    .png({ compressionLevel: 9 })
    .toBuffer();
  return new Uint8Array(drawn);
}
