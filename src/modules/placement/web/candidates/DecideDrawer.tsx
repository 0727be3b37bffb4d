import { useState } from 'react'
import { Chips } from '../../../../ui/fields/Chips.tsx'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Candidate, decideEligibility } from '../../contract.ts'
import { quantityOf } from '../points.ts'
import { candidateMessages } from './messages-candidate.ts'
import { StepForm } from './StepForm.tsx'
import { useStepForm } from './use-step-form.ts'

const FLAGS = [
  'isMidRank',
  'merit',
  'firstClassCommendation',
  'medalOrTitle',
  'martyrsChild',
  'meetsMonthlyPay',
  'lostAbilityByIllness',
  'isExcluded',
  'retires',
] as const
type Flag = (typeof FLAGS)[number]
/** What the table of officers asks; that of soldiers asks all but the approved retirement. */
const OF_OFFICERS: readonly Flag[] = ['retires', 'meetsMonthlyPay', 'isExcluded']

const CAUSES = ['war', 'duty', 'illness'] as const

/** What the table is asked with, by the file; the table says the way. */
export function DecideDrawer({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const text = useText(candidateMessages)
  const { known } = candidate
  const isOfficer = candidate.cohort.group === 'officer'
  const asked = FLAGS.filter((flag) => (isOfficer ? OF_OFFICERS.includes(flag) : flag !== 'retires'))
  const [flags, setFlags] = useState<Flag[]>(FLAGS.filter((flag) => known?.[flag]))
  const [service, setService] = useState(String(known?.serviceYears ?? ''))
  const [nco, setNco] = useState(String(known?.ncoYears ?? ''))
  const [officer, setOfficer] = useState(String(known?.officerYears ?? 0))
  const [disability, setDisability] = useState(known?.disability ? `${known.disability.cause}-${known.disability.grade}` : '')
  const { form, refused } = useStepForm(decideEligibility, onClose)
  const [serviceYears, ncoYears, officerYears] = [quantityOf(service), quantityOf(nco), isOfficer ? quantityOf(officer) : 0]
  const [cause, grade] = disability.split('-')
  const save = () => {
    if (serviceYears === undefined || ncoYears === undefined || officerYears === undefined) return
    const held = Object.fromEntries(FLAGS.map((flag) => [flag, asked.includes(flag) && flags.includes(flag)])) as Record<Flag, boolean>
    const found = disability === '' ? null : { grade: Number(grade), cause: cause as (typeof CAUSES)[number] }
    const facts = { ...held, serviceYears, ncoYears, officerYears, disability: found }
    void form.send({ candidateId: candidate.id, steps: candidate.steps, facts })
  }
  const blocked = [serviceYears, ncoYears, officerYears].includes(undefined) ? text('candidate.required') : undefined
  return (
    <StepForm title={text('candidate.decide')} form={form} refused={refused} blocked={blocked} onSave={save} onClose={onClose}>
      <p>{text('candidate.facts')}</p>
      <LineField label={text('candidate.serviceYears')} value={service} onChange={setService} isNumber max={2} />
      {isOfficer && <LineField label={text('candidate.officerYears')} value={officer} onChange={setOfficer} isNumber max={2} />}
      <LineField label={text('candidate.ncoYears')} value={nco} onChange={setNco} isNumber max={2} />
      {!isOfficer && <DisabilityField value={disability} onChange={setDisability} />}
      <fieldset className="plain-fieldset">
        <legend>{text('candidate.factsWhich')}</legend>
        <Chips options={asked.map((value) => ({ value, label: text(`candidate.fact.${value}`) }))} chosen={flags} onChange={setFlags} />
      </fieldset>
    </StepForm>
  )
}

function DisabilityField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText(candidateMessages)
  const grades = CAUSES.flatMap((cause) =>
    Array.from({ length: 10 }, (_, at) => {
      const [words, grade] = [text(`candidate.cause.${cause}`), at + 1]
      return [`${cause}-${grade}`, text('candidate.disabilityOf', { cause: words, grade })] as const
    }),
  )
  return (
    <ChoiceField
      label={text('candidate.disability')}
      value={value}
      onChange={onChange}
      options={[['', text('candidate.disabilityNone')], ...grades]}
    />
  )
}
