import { InputNumber } from 'antd'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type DraftAsIs, draftDirective } from '../../contract.ts'
import { commonOf, type DraftProps, NO_DRAFT, RoundDraft } from '../rounds/RoundDraft.tsx'
import { useRoundDraft } from '../rounds/use-round-draft.ts'
import { computedMessages } from './messages-computed.ts'

const COST = { perKilometre: 10, misfit: 500, hardshipPerKilometre: 5, unplaced: 100_000 }
const LADDER = { township: 3, county: 15, city: 40, province: 150, nation: 800 }
const EMPTY = { ...NO_DRAFT, cost: COST, ladder: LADDER }

const rulesOf = ({ cost, ladder }: Extract<DraftAsIs['rules'], { kind: 'directive' }>) => ({ cost, ladder })

/** Drafts a directive assignment of who is left over: what distance, misfit and hardship cost. */
export function DirectiveDrawer({ place, onClose, onDone, given }: DraftProps) {
  const words = useText(computedMessages)
  const { draft, set, isTouched, offer, change } = useRoundDraft<typeof EMPTY>({ place, onDone }, () =>
    given?.rules.kind === 'directive' ? { ...commonOf(given), ...rulesOf(given.rules) } : EMPTY,
  )
  const form = useAction(draftDirective, { onDone: ({ roundId }) => onDone(roundId) })
  const save = () => {
    const { title, cohortId, source, on, postIds, cost, ladder } = draft
    const common = { title, postIds: [...postIds], draw: { source, on } }
    if (given) void change.send({ ...common, roundId: given.roundId, version: given.version, rules: { kind: 'directive', cost, ladder } })
    else void form.send({ ...common, cohortId, cost, ladder })
  }
  return (
    <RoundDraft
      given={given}
      title={words('placement.computed.newDirective')}
      promise={words('placement.computed.leftover')}
      draft={draft}
      set={set}
      isTouched={isTouched}
      offer={offer}
      form={given ? change : form}
      onSave={save}
      onClose={onClose}
    >
      <Numbers
        legend={words('placement.computed.costs')}
        values={draft.cost}
        labelOf={(key) => words(`placement.computed.${key}`)}
        onChange={(cost) => set({ cost })}
      />
      <Numbers
        legend={words('placement.computed.ladder')}
        values={draft.ladder}
        labelOf={(key) => words(`placement.computed.${key}`)}
        onChange={(ladder) => set({ ladder })}
      />
    </RoundDraft>
  )
}

interface NumbersProps<K extends string> {
  legend: string
  values: Readonly<Record<K, number>>
  labelOf: (key: K) => string
  onChange: (values: Record<K, number>) => void
}

/** Whole numbers with a name each. */
function Numbers<K extends string>({ legend, values, labelOf, onChange }: NumbersProps<K>) {
  return (
    <fieldset className="computed-kinds">
      <legend>{legend}</legend>
      {(Object.keys(values) as K[]).map((key) => (
        <FormField key={key} label={labelOf(key)}>
          {(field) => (
            <InputNumber
              {...field}
              min={0}
              max={1_000_000}
              precision={0}
              value={values[key]}
              onChange={(value) => onChange({ ...values, [key]: value ?? 0 })}
            />
          )}
        </FormField>
      ))}
    </fieldset>
  )
}
