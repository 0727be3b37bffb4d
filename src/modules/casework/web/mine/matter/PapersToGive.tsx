import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MyMatter } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { matterPageMessages } from './messages-matter.ts'

/** The papers of a matter, all of them at once: which are there, and which are wanting. */
export function PapersToGive({ matter }: { matter: MyMatter }) {
  const text = useText(matterPageMessages)
  if (matter.documents.length === 0) return null
  const wanting = matter.documents.filter(({ required, given }) => required && given === null).length
  return (
    <section className="sheet">
      <h2>{text('mine.matter.papers')}</h2>
      <p className="fine">{wanting > 0 ? text('mine.matter.papersWanting', { count: wanting }) : text('mine.matter.papersDone')}</p>
      <ul className="papers">
        {matter.documents.map((paper) => (
          <PaperLine key={paper.code} paper={paper} />
        ))}
      </ul>
    </section>
  )
}

function PaperLine({ paper: { name, hint, required, given } }: { paper: MyMatter['documents'][number] }) {
  const text = useText(matterPageMessages)
  const wordsOf = useWordsOf()
  return (
    <li>
      <b>
        <Icon name={given ? 'done' : 'upload'} size={24} /> {wordsOf(name)}
      </b>
      {hint && <span>{wordsOf(hint)}</span>}
      <span className={given ? 'green' : required ? 'todo' : undefined}>
        {text(given ? 'mine.matter.given' : required ? 'mine.matter.wanting' : 'mine.matter.optional')}
      </span>
    </li>
  )
}
