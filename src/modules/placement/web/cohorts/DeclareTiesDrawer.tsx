import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { Chips } from '../../../../ui/fields/Chips.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { declareTies, TieCriterion } from '../../contract.ts'
import { valuesOf } from '../refusal-values.ts'
import { usePlacementWords } from '../use-words.ts'
import { cohortMessages } from './messages-cohorts.ts'

interface DeclareTiesProps {
  cohortId: string
  rule: readonly TieCriterion[]
  onClose: () => void
}

/** What decides between equals, in the order in which it is chosen. */
export function DeclareTiesDrawer({ cohortId, rule: declared, onClose }: DeclareTiesProps) {
  const text = useText(cohortMessages)
  const { text: words } = usePlacementWords()
  const [rule, setRule] = useState<TieCriterion[]>([...declared])
  const form = useAction(declareTies, { onDone: onClose })
  const save = () => void form.send({ cohortId, rule })
  const { refusal } = form
  return (
    <ActionDrawer
      title={text('cohorts.tieDeclare')}
      saveLabel={text('cohorts.tieSave')}
      action={form}
      refused={refusal && text(`cohorts.refusal.${refusal.code}`, valuesOf(refusal))}
      blocked={rule.length === 0 ? text('cohorts.tieHint') : undefined}
      onSave={save}
      onClose={onClose}
    >
      <p>{text('cohorts.tieHint')}</p>
      <Chips
        options={TieCriterion.options.map((value) => ({ value, label: words(`placement.tie.${value}`) }))}
        chosen={rule}
        onChange={setRule}
      />
      <ol className="tie-rule">
        {rule.map((criterion) => (
          <li key={criterion}>{words(`placement.tie.${criterion}`)}</li>
        ))}
        <li>{words('placement.tie.lot')}</li>
      </ol>
    </ActionDrawer>
  )
}
