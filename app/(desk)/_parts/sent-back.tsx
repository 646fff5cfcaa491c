import type { FormState } from '@/app/_shell/desk-page';
import { At } from '@/app/_ui/words';
import type { CaseSheet } from '@/db/desk';
import type { Fields } from '@/db/drafts';
import type { Ruling } from '@/lib/adjudication';
import { sameClaims } from './differences';

/** What is missing in the ruling that came back: the first thing its author sees. */
export function SentBack({ sheet, draft }: { sheet: CaseSheet; draft: FormState['draft'] }) {
  const { returned } = sheet;
  if (returned === null) return null;
  return (
    <section className="notice sent-back" aria-labelledby="sent-back">
      <h2 id="sent-back">The ruling was sent back</h2>
      <p>
        {returned.by}, <At instant={returned.at} />: “<bdi>{returned.reason}</bdi>”
      </p>
      <p>
        {draft === null
          ? `The form holds the ruling by ${returned.ruling.byName} as it was. Mend it and save it again.`
          : `The form holds your later draft, not the ruling by ${returned.ruling.byName} as it was.`}
      </p>
    </section>
  );
}

/** A ruling as the fields of its form. Positions may have changed since: a verdict goes on standing by the same claims, and nowhere else. */
export function fieldsOfRuling(ruling: Ruling, positions: readonly { claims: string[] }[]): Fields {
  const placeIn = (claims: string[]) => ruling.positions.findIndex((judged) => sameClaims(judged, claims));
  const fields: Fields = { reasonCode: ruling.reasonCode, rationale: ruling.rationale, accepted: '' };
  for (const [index, { claims }] of positions.entries()) {
    const place = placeIn(claims);
    if (place < 0) continue;
    fields[`verdict.${index}`] = ruling.verdicts[place]!;
    if (ruling.accepted === place) fields.accepted = String(index);
  }
  for (const [index, { url, note }] of ruling.evidence.entries()) {
    fields[`evidence.${index}.url`] = url;
    fields[`evidence.${index}.note`] = note;
  }
  if (ruling.noEvidence) fields.noEvidence = 'on';
  if (ruling.certainty) fields.certainty = ruling.certainty;
  if (ruling.dissent) fields.dissent = ruling.dissent;
  return fields;
}
