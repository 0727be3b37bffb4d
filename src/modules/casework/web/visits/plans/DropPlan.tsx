import { useAction } from '../../../../../ui/api/use-action.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import { dropPlan, type Plan } from '../../../contract.ts'
import { ReasonDrawer } from '../../ReasonDrawer.tsx'
import { planMessages } from './messages-plans.ts'

/** Drops a planned visit; the reason is kept. */
export function DropPlan({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const text = useText(planMessages)
  const action = useAction(dropPlan, { onDone: onClose })
  return (
    <ReasonDrawer
      title={text('casework.due.dropTitle')}
      saveLabel={text('casework.due.dropSave')}
      promise={text('casework.due.dropWho', { name: plan.person.nameMasked, day: plan.dueOn })}
      asked={{ label: text('casework.due.dropWhy'), missing: text('casework.due.dropWhyMissing') }}
      action={action}
      refused={action.refusal && text('casework.due.closed')}
      onSave={(reason) => void action.send({ planId: plan.id, reason })}
      onClose={onClose}
    />
  )
}
