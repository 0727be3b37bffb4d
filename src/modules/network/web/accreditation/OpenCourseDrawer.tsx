import { useState } from 'react'
import { useNavigate } from 'react-router'
import { UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ActionDrawer } from '../../../../ui/layout/ActionDrawer.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { openAccreditation } from '../../contract.ts'
import type { Scheme } from '../../domain/accreditation/scheme.ts'
import { PickInput, TextInput } from '../FormInputs.tsx'
import { accreditationMessages } from './messages-accreditation.ts'
import { StepRefused } from './StepRefused.tsx'
import { useSchemeWords } from './scheme-words.ts'
import { schemeOf } from './schemes.ts'

interface OpenCourseDrawerProps {
  unitCode: UnitCode
  unitName: string
  /** Those that suit the unit; the first is offered. */
  schemes: readonly [Scheme, ...Scheme[]]
  level: number
  onClose: () => void
}

/** Starts a course for one unit, and goes to it. */
export function OpenCourseDrawer({ unitCode, unitName, schemes, level: aim, onClose }: OpenCourseDrawerProps) {
  const text = useText(accreditationMessages)
  const { name } = useSchemeWords()
  const go = useNavigate()
  const [chosen, setChosen] = useState(schemes[0].code)
  const scheme = schemeOf(chosen) ?? schemes[0]
  const [level, setLevel] = useState(String(aim))
  const [mentor, setMentor] = useState('')
  const action = useAction(openAccreditation, { onDone: ({ id }) => void go(`/desk/network/accreditation/${unitCode}/${id}`) })
  const mentorCode = UnitCode.safeParse(mentor.trim())
  const levels = Array.from({ length: scheme.levels }, (_, at) => String(at + 1))
  return (
    <ActionDrawer
      title={text('accreditation.head', { unit: unitName, scheme: name(scheme.code) })}
      action={action}
      refused={<StepRefused refusal={action.refusal} scheme={scheme.code} />}
      saveLabel={text('accreditation.start')}
      blocked={mentor.trim() !== '' && !mentorCode.success ? text('accreditation.mentorWrong') : undefined}
      onSave={() =>
        void action.send({
          unitCode,
          scheme: scheme.code,
          level: scheme.levels > 0 ? Number(level) : 0,
          ...(mentorCode.success ? { mentorCode: mentorCode.data } : {}),
        })
      }
      onClose={onClose}
    >
      <p className="form-words">{text('accreditation.startWords')}</p>
      {schemes.length > 1 && (
        <PickInput
          label={text('accreditation.scheme')}
          options={schemes.map(({ code }) => ({ value: code, label: name(code) }))}
          value={chosen}
          onChange={(code) => code && setChosen(code)}
        />
      )}
      {scheme.levels > 0 && (
        <PickInput
          label={text('accreditation.level')}
          options={levels.map((value) => ({ value, label: text('accreditation.stars', { count: Number(value) }) }))}
          value={level}
          onChange={(value) => value && setLevel(value)}
        />
      )}
      <TextInput label={text('accreditation.mentor')} optional longest={15} value={mentor} onChange={setMentor} />
    </ActionDrawer>
  )
}
