import { StackTable } from '@/app/_ui/stack-table';
import { COMMANDS, type Command, keyWords, PLACES, type Place } from '@/lib/keys';

const WHERE: Record<Place, string> = {
  list: 'lists of the queue',
  pairs: 'pairs of claims',
  case: 'a case',
  reading: 'readings of an article',
  other: 'other pages',
};

const everywhere = ({ where }: Command): boolean => PLACES.every((place) => where.includes(place));

/** All commands of the desk, as delivered. */
export const Keyboard = () => (
  <>
    <p>
      Public pages need no keys of ours: every link and field is reached by Tab, and the first link skips to the content. The desk has a key
      for everything. “?” shows those of the page in view; under “Your settings” each can be changed, and single letters switched off.
    </p>
    <StackTable
      caption={`${COMMANDS.length} commands of the desk, as delivered`}
      className="values"
      columns={['Command', 'Keys', 'Where']}
      rows={(COMMANDS as readonly Command[]).map((command) => ({
        key: command.id,
        cells: [
          command.words,
          command.keys.length === 0 ? 'none' : command.keys.map((keys) => keyWords(keys, false)).join(' or '),
          everywhere(command) ? 'everywhere' : command.where.map((place) => WHERE[place]).join(', '),
        ],
      }))}
    />
  </>
);
