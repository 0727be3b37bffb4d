import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { z } from 'zod'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { useAccount } from '../../../../ui/api/use-session.ts'
import { useToday } from '../../../../ui/api/use-today.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { PageHead, Panel } from '../../../../ui/layout/Panel.tsx'
import { EmptyState } from '../../../../ui/parts/EmptyState.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Refused } from '../../../../ui/parts/Refused.tsx'
import { Strip } from '../../../../ui/parts/Strip.tsx'
import { ViewState } from '../../../../ui/parts/ViewState.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { issueLetters, listLetters } from '../../contract.ts'
import { KpiPanel } from './KpiPanel.tsx'
import { LetterTable } from './LetterTable.tsx'
import { isShown, LETTER_FILTERS, type LetterFilter } from './letter-filter.ts'
import { afterMessages } from './messages-after.ts'
import { useAfterRefusal } from './use-after-refusal.ts'
import '../placement.css'

type Listed = z.output<typeof listLetters.output>

/** What follows a round: letters, starts, who is overdue, the visit half a year later. */
export function AfterPage() {
  const text = useText(afterMessages)
  const unitCode = useAccount().unitCode as UnitCode
  const query = useView(listLetters, { place: unitCode }, { live: ['placement.moved'] })
  return (
    <div className="placement-page">
      <PageHead
        crumb={<Link to="/desk/placement">{text('after.crumb')}</Link>}
        title={text('after.title')}
        note={text('after.note')}
        actions={
          <>
            <Link to="/desk/placement/allowances">{text('after.allowances')}</Link>
            <Link to="/desk/placement/assessment">{text('after.assessment')}</Link>
          </>
        }
      />
      <ViewState query={query}>
        {(listed) => (
          <div className="placement-page">
            <Figures listed={listed} />
            {listed.waiting.length > 0 && <Waiting listed={listed} />}
            <Letters listed={listed} />
            <KpiPanel />
          </div>
        )}
      </ViewState>
    </div>
  )
}

function Figures({ listed: { letters } }: { listed: Listed }) {
  const text = useText(afterMessages)
  const today = useToday()
  const many = (filter: LetterFilter) => letters.filter((line) => isShown(line, filter, today)).length
  const unit = text('after.unitPeople')
  const overdue = many('overdue')
  return (
    <Strip
      label={text('after.figures')}
      figures={[
        { key: 'letters', label: text('after.letters'), value: letters.length, unit },
        { key: 'toStart', label: text('after.toStart'), value: many('toStart'), unit },
        { key: 'overdue', label: text('after.overdue'), value: overdue, unit, ...(overdue > 0 ? { tone: 'red' as const } : {}) },
        { key: 'owed', label: text('after.owed'), value: letters.filter(({ owedMonths }) => owedMonths.length > 0).length, unit },
        { key: 'toFollow', label: text('after.toFollow'), value: many('toFollow'), unit },
      ]}
    />
  )
}

function Waiting({ listed: { waiting, can } }: { listed: Listed }) {
  const text = useText(afterMessages)
  const sentence = useAfterRefusal()
  const form = useAction(issueLetters)
  return (
    <Panel title={text('after.waiting')}>
      {form.problem && <ErrorState problem={form.problem} slim />}
      <Refused sentence={sentence(form.refusal)} />
      <ul className="placement-lines">
        {waiting.map(({ roundId, title, people }) => (
          <li key={roundId}>
            {text('after.waitingLine', { title, people })}{' '}
            {can.issue ? (
              <Button size="small" type="primary" loading={form.sending} onClick={() => void form.send({ roundId })}>
                {text('after.issue')}
              </Button>
            ) : (
              <span className="field-hint">{text('after.waitingApprover')}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Letters({ listed: { letters, can } }: { listed: Listed }) {
  const text = useText(afterMessages)
  const today = useToday()
  const [filter, setFilter] = useState<LetterFilter>('all')
  const shown = letters.filter((line) => isShown(line, filter, today))
  if (letters.length === 0) {
    return (
      <Panel title={text('after.list')}>
        <EmptyState title={text('after.none')} words={text('after.noneWords')} />
      </Panel>
    )
  }
  return (
    <Panel title={text('after.list')} count={shown.length}>
      <div className="panel-words">
        <ChoiceField
          label={text('after.filter')}
          value={filter}
          onChange={setFilter}
          options={LETTER_FILTERS.map((value) => [value, text(`after.filter.${value}`)] as const)}
        />
      </div>
      {shown.length === 0 ? <p className="panel-words">{text('after.noneChosen')}</p> : <LetterTable letters={shown} can={can} />}
    </Panel>
  )
}
