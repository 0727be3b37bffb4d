import { Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Cohort, openCohort } from '../../contract.ts'
import { valuesOf } from '../refusal-values.ts'
import { useWrongAt } from '../rounds/draft-fields.tsx'
import { usePlacementWords } from '../use-words.ts'
import { cohortMessages } from './messages-cohorts.ts'

const SEASONS: readonly Cohort['season'][] = ['spring', 'autumn']
const GROUPS: readonly Cohort['group'][] = ['nco', 'conscript', 'officer']

/** Opens a cohort: year, season, group, and by what it is ranked. */
export function OpenCohortDrawer({ unitCode, onClose }: { unitCode: UnitCode; onClose: () => void }) {
  const text = useText(cohortMessages)
  const { text: words } = usePlacementWords()
  const go = useNavigate()
  const [year, setYear] = useState(String(new Date().getFullYear()))
  const [season, setSeason] = useState<Cohort['season']>('spring')
  const [group, setGroup] = useState<Cohort['group']>('nco')
  const [method, setMethod] = useState<Cohort['method']>('points')
  const [weights, setWeights] = useState('60,40,0')
  const form = useAction(openCohort, { onDone: ({ id }) => void go(`/desk/placement/cohorts/${id}`) })
  const wrongAt = useWrongAt(form.issues)
  const [service = 0, exam = 0, appraisal = 0] = weights.split(/[,，]/).map((part) => Number(part.trim()))
  const save = () =>
    void form.send({
      unitCode,
      year: Number(year),
      season,
      group,
      method,
      ...(method === 'exam' ? { weights: { service, exam, appraisal } } : {}),
    })
  const { refusal } = form
  return (
    <ActionDrawer
      title={text('cohorts.open')}
      saveLabel={text('cohorts.save')}
      action={form}
      refused={refusal && text(`cohorts.refusal.${refusal.code}`, valuesOf(refusal))}
      onSave={save}
      onClose={onClose}
    >
      <FormField label={text('cohorts.year')} error={wrongAt('year')}>
        {(field) => <Input {...field} inputMode="numeric" maxLength={4} value={year} onChange={(event) => setYear(event.target.value)} />}
      </FormField>
      <ChoiceField
        label={text('cohorts.season')}
        value={season}
        onChange={setSeason}
        options={SEASONS.map((value) => [value, words(`placement.season.${value}`)] as const)}
      />
      <ChoiceField
        label={text('cohorts.group')}
        value={group}
        onChange={setGroup}
        options={GROUPS.map((value) => [value, words(`placement.group.${value}`)] as const)}
      />
      <ChoiceField
        label={text('cohorts.method')}
        value={method}
        onChange={setMethod}
        options={[
          ['points', words('placement.method.points')],
          ['exam', words('placement.method.exam', { service, exam, appraisal })],
        ]}
      />
      {method === 'exam' && (
        <FormField
          label={text('cohorts.weights')}
          error={wrongAt('weights') ?? wrongAt('weights.service') ?? wrongAt('weights.exam') ?? wrongAt('weights.appraisal')}
        >
          {(field) => <Input {...field} value={weights} maxLength={20} onChange={(event) => setWeights(event.target.value)} />}
        </FormField>
      )}
    </ActionDrawer>
  )
}
