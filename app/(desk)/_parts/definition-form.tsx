import { begunOn, type FormState } from '@/app/_shell/desk-page';
import type { MeasureSheet } from '@/db/desk';
import type { Fields } from '@/db/drafts';
import { quoted } from '@/lib/base';
import { AGGREGATION_WORDS, instantWords } from '@/lib/publication';
import { Choice, OperationForm, SeenField, TextArea, TextField } from './forms';
import { Merge } from './merge';

interface Props {
  sheet: MeasureSheet;
  page: string;
  state: FormState;
  revision: number;
}

/** What a person says a measure is; what is left empty, its claims say. */
export function DefinitionForm({ sheet, page, state, revision }: Props) {
  const { definition, line, unit, aggregation } = sheet;
  const claimsSay = (own: string | null, word: string) => `Empty: as its claims say${own === null ? `, today ${word}` : ''}.`;
  return (
    <OperationForm path={`measures/${line.id}/definition`} page={page} draft={state} noted className="form" label="Definition">
      <SeenField state={state} name="revision" now={revision} compared />
      <TextArea
        state={state}
        name="title"
        label="The question"
        rows={2}
        otherwise={definition.title ?? ''}
        hint={claimsSay(definition.title, quoted(line.title))}
      />
      <TextArea
        state={state}
        name="counts"
        label="What counts"
        rows={3}
        otherwise={definition.counts ?? ''}
        hint="Readers see it on the page of the measure."
      />
      <TextArea
        state={state}
        name="countsNot"
        label="What does not count"
        rows={3}
        otherwise={definition.countsNot ?? ''}
        hint="Whatever could be taken for it and is something else. Readers see it."
      />
      <TextArea
        state={state}
        name="addsUp"
        label="How it adds up"
        rows={2}
        otherwise={definition.addsUp ?? ''}
        hint="Which figures may be added, and which hold others. Readers see it."
      />
      <Choice
        state={state}
        name="aggregation"
        label="How it behaves"
        empty={`${AGGREGATION_WORDS[aggregation].word}, by its claims`}
        otherwise={definition.aggregation ?? ''}
        options={Object.entries(AGGREGATION_WORDS).map(([value, { word }]) => [value, word])}
      />
      <div className="field-row">
        <TextField
          state={state}
          name="unit"
          label="Unit"
          otherwise={definition.unit ?? ''}
          hint={claimsSay(definition.unit, unit === null ? 'none' : `“${unit}”`)}
        />
        <TextField
          state={state}
          name="reviewDays"
          label="Look again after (days)"
          otherwise={definition.reviewDays === null ? '' : String(definition.reviewDays)}
          hint="Then it stands among the old measures. Empty: as the desk says for all. Readers see it."
        />
      </div>
      <div className="field-row">
        <TextArea
          state={state}
          name="topics"
          label="Topics"
          rows={3}
          otherwise={definition.topicNames.join('\n')}
          hint="One on a line; “Health > Vaccination” makes the second a part of the first."
        />
        <TextArea
          state={state}
          name="places"
          label="Places"
          rows={3}
          otherwise={definition.placeNames.join('\n')}
          hint="One on a line, the wider before the narrower."
        />
      </div>
      <button type="submit" className="button primary">
        Keep the definition
      </button>
    </OperationForm>
  );
}

/** What it is called, field by field. */
export const FIELDS = [
  ['title', 'The question'],
  ['counts', 'What counts'],
  ['countsNot', 'What does not count'],
  ['addsUp', 'How it adds up'],
  ['aggregation', 'How it behaves'],
  ['unit', 'Unit'],
  ['reviewDays', 'Look again after (days)'],
] as const;

/** Somebody else changed the definition meanwhile: both, field by field. */
export function DefinedMeanwhile({ sheet, page, state, revision }: Props) {
  if (state.refused?.code !== 'VersionConflict') return null;
  const last = sheet.history[0];
  return (
    <Merge
      {...{ state, page, revision }}
      other={fieldsOfDefinition(sheet.definition)}
      base={definitionAt(sheet, state)}
      title="The definition was changed while you wrote"
      called="Stands now"
      open
    >
      <p>{last && `${last.who} was faster, ${instantWords(last.at)}. `}What you typed is kept as your draft, and stands in the form.</p>
    </Merge>
  );
}

type Said = Pick<MeasureSheet['definition'], (typeof FIELDS)[number][0] | 'topicNames' | 'placeNames'>;

/** What stood there when its writer began: what the first definition since then went over. */
function definitionAt({ definition, history }: MeasureSheet, state: FormState): Fields {
  const begun = Number(begunOn(state, 'revision', definition.revision, true));
  const next = history.findLast(({ revision, before }) => revision > begun && 'countsNot' in before);
  return fieldsOfDefinition((next?.before ?? definition) as unknown as Said);
}

/** What stands there as the fields of the form. */
const fieldsOfDefinition = (definition: Said): Fields => ({
  ...{
    title: definition.title ?? '',
    counts: definition.counts ?? '',
    countsNot: definition.countsNot ?? '',
    addsUp: definition.addsUp ?? '',
  },
  ...{ aggregation: definition.aggregation ?? '', unit: definition.unit ?? '', reviewDays: String(definition.reviewDays ?? '') },
  ...{ topics: definition.topicNames.join('\n'), places: definition.placeNames.join('\n') },
});
