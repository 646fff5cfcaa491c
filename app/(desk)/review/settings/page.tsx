import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import {
  type FormState,
  faultsOf,
  fieldsOfState,
  fieldValue,
  formState,
  type Query,
  queryValue,
  requireActor,
} from '@/app/_shell/desk-page';
import { notificationSettings } from '@/db/notification-settings';
import { COMMANDS, type Command, isFor, keysOf, keyWords, PLACES } from '@/lib/keys';
import { type DeskKeys, deskKeys } from '../../_keys/desk-keys';
import { Key } from '../../_keys/key';
import { PLACE_WORDS } from '../../_keys/place-words';
import { OperationForm, TextField, Tick } from '../../_parts/forms';
import { DoneNote, ProblemNote } from '../../_parts/notices';
import { ToldSettings } from '../../_parts/told-settings';

export const metadata: Metadata = { title: 'Your settings' };

const PAGE = '/review/settings';
const FORM = 'settings.keys';

/** Every command with its keys, to be changed or switched off. Nobody else sees or is told what somebody sets here. */
export default async function SettingsPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const state = await formState(FORM, actor, searchParams);
  const keys = await deskKeys();
  const commands = (COMMANDS as readonly Command[]).filter((command) => isFor(command, actor.role));
  const everywhere = commands.filter(({ where }) => PLACES.every((place) => where.includes(place)));
  const groups: [string, Command[]][] = [
    ['Everywhere', everywhere],
    ...PLACES.map((place): [string, Command[]] => [
      PLACE_WORDS[place],
      commands.filter((command) => !everywhere.includes(command) && command.where[0] === place),
    ]),
  ];
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state.refused} />
      <header className="sheet-head">
        <h1>Your keys</h1>
        <p className="lede">
          Everything on the desk can be done without a mouse. Change a key where yours is taken by your browser or by another program; the
          buttons print what you set.
        </p>
      </header>
      <OperationForm path="settings/keys" page={PAGE} className="form keys-form" label="Your keys">
        <Tick type="checkbox" name="letters" value="on" checked={ticked(state, keys)}>
          Single keys, and two after another (“j”, “g q”). Switch them off where a voice or a slip of the hand would set them off: what is
          held with Ctrl or ⌘ goes on working.
        </Tick>
        <p className="hint">
          Write one sign (“j”; “⇧J” is with shift), two after another (“g q”), “Ctrl K”, Enter, Esc or an arrow. Several ways to the same
          stand with “, ” between them; an empty field is no key at all.
        </p>
        {groups
          .filter(([, list]) => list.length > 0)
          .map(([title, list]) => (
            <fieldset key={title}>
              <legend>{title}</legend>
              <div className="keys-fields">
                {list.map((command) => (
                  <TextField
                    key={command.id}
                    state={state}
                    name={`keys.${command.id}`}
                    label={command.words}
                    otherwise={printed(command, keys)}
                  />
                ))}
              </div>
            </fieldset>
          ))}
        <div className="decision-bar in-form">
          <button type="submit" className="button primary" data-command="send">
            Save the keys <Key of="send" />
          </button>
          <button type="submit" className="button" name="reset" value="on">
            As delivered again
          </button>
        </div>
      </OperationForm>
      <ToldSettings set={await notificationSettings((await database()).read, actor.id)} page={PAGE} />
    </>
  );
}

/** All keys of a command, those that are switched off too, as they can be typed. */
const printed = (command: Command, { settings, mac }: DeskKeys): string =>
  keysOf(command, settings, true)
    .map((key) => keyWords(key, mac))
    .join(', ');

/** A box that is not ticked is not sent: a form that was refused without it had it open. */
const ticked = (state: FormState, { settings }: DeskKeys): boolean =>
  faultsOf(state.refused).length > 0 || Object.keys(fieldsOfState(state)).length > 0
    ? ['on', 'true'].includes(fieldValue(state, 'letters'))
    : settings.letters;
