import { Link } from 'react-router'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { PageHeading } from '../../../../../ui/plain/PageHeading.tsx'
import { useDay } from '../../../../../ui/plain/use-day.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MyMatter } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { applyMessages } from '../apply/messages-apply.ts'
import { mineMessages } from '../messages-mine.ts'
import { WayAhead } from './WayAhead.tsx'
import { WithMatter } from './WithMatter.tsx'

/** What was sent, who has it now, until when, and what comes next. */
export function ReceiptPage() {
  return <WithMatter>{(matter) => <Receipt matter={matter} />}</WithMatter>
}

function Receipt({ matter }: { matter: MyMatter }) {
  const text = useText(applyMessages)
  const wordsOf = useWordsOf()
  const { holderName, due, ahead } = matter
  const wanting = matter.documents.filter(({ required, given }) => required && given === null).length
  return (
    <div className="narrow">
      <p className="stamp">
        <Icon name="done" size={48} />
      </p>
      <PageHeading title={text('mine.receipt.title')} />
      <section className="sheet">
        <h2>{wordsOf(matter.typeName)}</h2>
        <p>{text('mine.receipt.number', { number: matter.id.slice(-6) })}</p>
        {holderName !== null && <p>{text('mine.receipt.holder', { name: holderName })}</p>}
        {due && <Due due={due} />}
        <p>{text('mine.receipt.told')}</p>
        <WayAhead ahead={ahead} />
      </section>
      {wanting > 0 && <p className="told">{text('mine.receipt.papers', { count: wanting })}</p>}
      <Link className="solid" to={`/me/matters/${matter.id}`}>
        {text(wanting > 0 ? 'mine.receipt.give' : 'mine.receipt.look')}
      </Link>
      <Link className="ghost" to="/me">
        {text('mine.receipt.home')}
      </Link>
    </div>
  )
}

function Due({ due }: { due: NonNullable<MyMatter['due']> }) {
  const text = useText(applyMessages)
  const mine = useText(mineMessages)
  const wordsOf = useWordsOf()
  const day = useDay()
  const article = due.article === 'setting' ? mine('mine.setting') : due.article
  return <p>{text('mine.receipt.due', { day: day(due.on), clock: wordsOf(due.clock), article })}</p>
}
