import { ok, type Result, refuse, type Span } from '@/lib/base';
import { extractedClaim, readStatement } from '@/lib/claim';
import { compareTexts, type Side } from '@/lib/conflict';
import { type Command, counted } from './command';
import { answerLines } from './json-lines';
import { readText } from './text-fields';

export const command: Command = {
  usage: 'countercheck compare < LINES',
  about: `Reads JSON Lines on standard input ({"id", "a": {"text", "publishedAt"?, "outlet"?, "span"?}, "b": {…}}) and writes for
each how the claim of a and the claim of b stand to each other, by the decision table of the method page. With a span the
claim at that place is meant; without one, the claims of the two texts that best correspond.`,
  example: `$ echo '{"id":"p","a":{"text":"The flood closed 12 schools."},"b":{"text":"The flood closed 15 schools."}}' | countercheck compare
{"id":"p","relation":"conflict","kind":"contradiction","alert":true,"explanation":"…","a":{…},"b":{…}}`,
  options: {},
  operands: { least: 0, most: 0 },
  async run(_invocation, io) {
    const { answered, failed } = await answerLines(io, answer);
    if (answered === 0) io.note('Nothing came in on standard input, so there is nothing to answer. Send one JSON object a line.');
    if (failed > 0) io.note(`${failed} of ${counted(answered, 'line')} could not be compared.`);
    return failed > 0 ? 3 : 0;
  },
};

function answer(line: Record<string, unknown>): Result<object> {
  const a = sideOf(line.a, 'a');
  if (!a.ok) return a;
  const b = sideOf(line.b, 'b');
  if (!b.ok) return b;
  const pair = compareTexts(a.value, b.value);
  const shown = { a: pair.a && extractedClaim(pair.a), b: pair.b && extractedClaim(pair.b) };
  if (pair.relation === null)
    return ok({ relation: 'different-measure', kind: 'no-claim', alert: false, explanation: noClaim(pair), ...shown });
  const { relation, kind, alert, explanation } = pair.relation;
  return ok({ relation, kind, alert, explanation, ...shown });
}

function noClaim({ a, b }: { a: unknown; b: unknown }): string {
  if (a === null && b === null) return 'Neither side states a figure, so there is nothing to compare.';
  return `Only one side states a figure: nothing in ${a === null ? 'a' : 'b'} can agree or disagree with it.`;
}

function sideOf(value: unknown, name: string): Result<Side> {
  const read = readText(value ?? {});
  if (!read.ok) return { ok: false, refusal: { ...read.refusal, cause: `${name}: ${read.refusal.cause}` } };
  const span = spanOf((value as { span?: unknown }).span, read.value.text.length);
  if (span === 'invalid')
    return refuse(422, 'InvalidSpan', `${name}: the span does not lie in the text.`, 'Give {"start", "end"} as offsets into it.');
  const { text, context } = read.value;
  return ok({ text, context, reading: readStatement(text, context), span });
}

function spanOf(value: unknown, length: number): Span | null | 'invalid' {
  if (value === undefined || value === null) return null;
  const { start, end } = value as Partial<Span>;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return 'invalid';
  return start! >= 0 && start! < end! && end! <= length ? { start: start!, end: end! } : 'invalid';
}
