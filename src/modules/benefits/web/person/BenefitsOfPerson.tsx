import { useState } from 'react'
import type { z } from 'zod'
import type { PersonId } from '../../../../kernel/id.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { seePersonBenefits } from '../../contract.ts'
import { KeptOfPerson } from '../kept/KeptOfPerson.tsx'
import { useBenefitWords } from '../use-benefit-words.ts'
import { AmountTable } from './AmountTable.tsx'
import { personMessages } from './messages-person.ts'
import { NOTHING_SUPPOSED, SupposeFields, supposedOf } from './SupposeFields.tsx'
import '../benefits.css'

const MONTHS = 12

/** The twelve months of this year are shown at first. */
const thisJanuary = (): string => `${new Date().getFullYear()}-01-01`

/** What somebody is due, month by month, by their file or what is supposed of it. */
export function BenefitsOfPerson({ personId }: { personId: string }) {
  const text = useText(personMessages)
  const [from, setFrom] = useState(thisJanuary)
  const [draft, setDraft] = useState(NOTHING_SUPPOSED)
  const month = /^(19|20)\d{2}-\d{2}/.test(from) ? from.slice(0, 7) : thisJanuary().slice(0, 7)
  const query = useView(seePersonBenefits, { personId: personId as PersonId, from: month, months: MONTHS, suppose: supposedOf(draft) })
  return (
    <div className="benefit-due">
      <KeptOfPerson personId={personId as PersonId} />
      <div className="benefit-fields">
        <LineField label={text('due.from')} type="date" value={from} onChange={setFrom} />
        <SupposeFields draft={draft} onChange={setDraft} />
      </div>
      <ViewState query={query}>{(seen) => <Due seen={seen} />}</ViewState>
    </div>
  )
}

function Due({ seen: { isEntitled, totalFen, lines, heldBack } }: { seen: z.output<typeof seePersonBenefits.output> }) {
  const text = useText(personMessages)
  const words = useBenefitWords()
  if (!isEntitled) return <EmptyState title={text('due.none')} words={text('due.noneWords')} />
  return (
    <>
      <p className="benefit-total">
        <b>{text('due.total', { count: MONTHS, amount: words.yuan(totalFen) })}</b> <Tag tone="amber">{text('due.trial')}</Tag>
      </p>
      {heldBack.length > 0 && (
        <ul className="benefit-reasons">
          {heldBack.map(({ month, reason, paidIn }) => (
            <li key={month}>
              {paidIn === null
                ? text('due.held', { month, reason: text(`due.reason.${reason}`) })
                : text('due.heldPaid', { month, reason: text(`due.reason.${reason}`), paidIn })}
            </li>
          ))}
        </ul>
      )}
      {lines.length === 0 ? <EmptyState title={text('due.nothing')} /> : <AmountTable lines={lines} />}
    </>
  )
}
