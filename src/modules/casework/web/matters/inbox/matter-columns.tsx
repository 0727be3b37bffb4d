import type { Column } from '../../../../../ui/table/column.ts'
import type { MatterLine } from '../../../contract.ts'
import { articleWords, DueWords } from '../due-words.tsx'
import type { MatterText } from '../messages.ts'
import type { useWordsOf } from '../words-of.ts'

/** A line of a list; one that has run out also says where. */
export type ListedMatter = MatterLine & { placeName?: string }

/** Where a matter has run out: the unit whose deadline it was. */
export const placeColumn = (text: MatterText): Column<ListedMatter> => ({
  key: 'place',
  title: text('matters.col.place'),
  width: 128,
  draw: ({ placeName }) => placeName,
})

/** The columns of a list of matters: deadlines and rules for what is open, the outcome for what has ended. */
export function matterColumns(text: MatterText, wordsOf: ReturnType<typeof useWordsOf>): Column<ListedMatter>[] {
  return [
    { key: 'type', title: text('matters.col.type'), width: 140, card: 'title', draw: ({ typeName }) => <b>{wordsOf(typeName)}</b> },
    {
      key: 'person',
      title: text('matters.col.person'),
      width: 96,
      draw: ({ person }) => person?.nameMasked ?? <span className="faint">{text('matters.anyone')}</span>,
    },
    {
      key: 'due',
      title: text('matters.col.due'),
      width: 110,
      draw: ({ due, outcome }) => (outcome === null ? <DueWords due={due} text={text} /> : null),
    },
    { key: 'state', title: text('matters.col.state'), width: 150, draw: ({ stateName }) => wordsOf(stateName) },
    {
      key: 'rule',
      title: text('matters.col.rule'),
      width: 260,
      draw: ({ due }) => due && `${wordsOf(due.clock)} · ${articleWords(due.article, text)}`,
    },
    {
      key: 'holder',
      title: text('matters.col.holder'),
      width: 110,
      // What has run out is a unit's: the list names no person.
      draw: ({ holder, outcome, claimedName, placeName }) =>
        holder ? (placeName === undefined && claimedName) || text(`matters.seat.${holder}`) : outcome && text(`matters.outcome.${outcome}`),
    },
    { key: 'opened', title: text('matters.col.opened'), width: 104, draw: ({ openedOn }) => openedOn },
  ]
}
