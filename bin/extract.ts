import { ok } from '@/lib/base';
import { extraction } from '@/lib/claim';
import { type Command, counted } from './command';
import { answerLines } from './json-lines';
import { readText } from './text-fields';

export const command: Command = {
  usage: 'countercheck extract [--explain] < LINES',
  about: `Reads JSON Lines on standard input, one article or sentence a line ({"id", "text", "title"?, "outlet"?, "publishedAt"?,
"language"?}), and writes one line for each: its quantities, its claims and what can be read two ways; "state" is "not-read" where
the language is none that is read. A line that cannot be read gives {"id", "error"} in its place, and exit code 3 at the end.`,
  example: `$ echo '{"id":"a","text":"Over 120 bridges were closed."}' | countercheck extract
{"id":"a","quantities":[{"start":5,"end":16,"text":"120 bridges", …}],"claims":[…],"doubts":[]}`,
  options: { explain: { type: 'boolean', about: 'add to each quantity the readers and refiners that made it' } },
  operands: { least: 0, most: 0 },
  async run(invocation, io) {
    const explain = invocation.has('explain');
    const { answered, failed } = await answerLines(io, (line) => {
      const read = readText(line);
      return read.ok ? ok(extraction(read.value.text, read.value.reading, { explain })) : read;
    });
    if (answered === 0) io.note('Nothing came in on standard input, so there is nothing to answer. Send one JSON object a line.');
    if (failed > 0) io.note(`${failed} of ${counted(answered, 'line')} could not be read.`);
    return failed > 0 ? 3 : 0;
  },
};
