import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { addDays, PlainDate } from '../../../../../kernel/plain-date.ts'
import { useAccount } from '../../../../../ui/api/use-session.ts'
import { PageHead } from '../../../../../ui/layout/Panel.tsx'
import { todayInChina } from '../../../../../ui/outbox/right-now.ts'
import { Choice } from '../../../../../ui/parts/Choice.tsx'
import { EmptyState } from '../../../../../ui/parts/EmptyState.tsx'
import { useListedPlace } from '../../../../../ui/state/use-listed-place.ts'
import { DataTable } from '../../../../../ui/table/DataTable.tsx'
import { usePages } from '../../../../../ui/table/use-pages.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { OnlyAt } from '../../../../network/web/index.tsx'
import { listPlans, type Plan } from '../../../contract.ts'
import { peopleMessages } from '../../people/messages-people.ts'
import { useVisitWords } from '../visit-words.ts'
import { DropPlan } from './DropPlan.tsx'
import { dueColumns } from './due-columns.tsx'
import { MakeRound } from './MakeRound.tsx'
import { planMessages } from './messages-plans.ts'
import '../../casework.css'
import '../visits.css'

const KINDS = ['all', 'overdue', 'week'] as const
type Kind = (typeof KINDS)[number]

/** Every visit that is due, by deadline, with the rule behind each. */
export function DuePage() {
  const text = useText(planMessages)
  const people = useText(peopleMessages)
  const words = useVisitWords()
  const navigate = useNavigate()
  const { unitCode, grants } = useAccount()
  const { place, named } = useListedPlace()
  const [search, setSearch] = useSearchParams()
  const [dropped, setDropped] = useState<Plan>()
  const [isPlanning, setPlanning] = useState(false)
  const which = KINDS.find((kind) => kind === search.get('which')) ?? 'all'
  const pages = usePages(listPlans, { place, ...daysOf(which) }, { key: 'due', live: ['contact.due'] })
  const kinds = KINDS.map((value) => ({ value, label: text(`casework.due.${value}`) }))
  return (
    <>
      <PageHead
        title={text('casework.due.title')}
        actions={
          grants.includes('visit.plan') && (
            <Button size="middle" onClick={() => setPlanning(true)}>
              {text('casework.round.open')}
            </Button>
          )
        }
      />
      <OnlyAt />
      <div className="panel list-page">
        <DataTable
          name="due"
          label={text('casework.due.label')}
          columns={dueColumns({ text, people, words, onDrop: setDropped })}
          pages={pages}
          keyOf={(plan) => plan.id}
          chosen={dropped?.id}
          onOpen={(plan) => void navigate(`/desk/people/${plan.person.id}`)}
          filters={
            <Choice
              label={text('casework.due.which')}
              options={kinds}
              value={which}
              onChange={(kind) =>
                setSearch({ ...(kind === 'all' ? {} : { which: kind }), ...(named ? { place: named } : {}) }, { replace: true })
              }
            />
          }
          empty={<EmptyState title={text('casework.due.empty')} words={text('casework.due.emptyWords')} />}
        />
      </div>
      {dropped && <DropPlan key={dropped.id} plan={dropped} onClose={() => setDropped(undefined)} />}
      {isPlanning && <MakeRound place={unitCode} onClose={() => setPlanning(false)} />}
    </>
  )
}

function daysOf(which: Kind): { dueBefore?: string; dueFrom?: string } {
  const today = PlainDate.parse(todayInChina())
  if (which === 'all') return {}
  return which === 'overdue' ? { dueBefore: today } : { dueFrom: today, dueBefore: addDays(today, 8) }
}
