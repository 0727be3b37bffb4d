import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../../../../ui/text/use-text.ts'
import { planMessages } from './messages-plans.ts'

const PlanVisit = lazy(() => import('./PlanVisit.tsx').then((module) => ({ default: module.PlanVisit })))

/** Opens the form that plans a visit. */
export function PlanButton({ person }: { person?: { id: string; nameMasked: string } }) {
  const text = useText(planMessages)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="middle" onClick={() => setOpen(true)}>
        {text('casework.plan.open')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <PlanVisit {...(person ? { person } : {})} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
