import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAction } from '../../../../ui/api/use-action.ts'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { Panel } from '../../../../ui/layout/Panel.tsx'
import { Choice } from '../../../../ui/parts/Choice.tsx'
import { ErrorState } from '../../../../ui/parts/ErrorState.tsx'
import { Tag } from '../../../../ui/parts/Tag.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Accreditation, prepareAccreditation } from '../../contract.ts'
import type { Evidence } from '../../domain/accreditation/advance.ts'
import type { Scheme } from '../../domain/accreditation/scheme.ts'
import { accreditationMessages } from './messages-accreditation.ts'
import { StepRefused } from './StepRefused.tsx'
import { useSchemeWords } from './scheme-words.ts'

interface EvidencePanelProps {
  course: Accreditation
  scheme: Scheme
  mayWrite: boolean
  /** Whether something is typed here that has not been saved. */
  onUnsaved: (isUnsaved: boolean) => void
}

/** Criterion by criterion what the unit says, written here while the course is with it. */
export function EvidencePanel({ course, scheme, mayWrite, onUnsaved }: EvidencePanelProps) {
  const text = useText(accreditationMessages)
  const words = useSchemeWords()
  const said = (code: string): Evidence =>
    course.evidence.find(({ criterion }) => criterion === code) ?? { criterion: code, isMet: false, words: '' }
  const [typed, setTyped] = useState<Readonly<Record<string, Evidence>>>({})
  const type = (next: typeof typed) => {
    setTyped(next)
    onUnsaved(Object.keys(next).length > 0)
  }
  const action = useAction(prepareAccreditation, { onDone: () => type({}) })
  const evidence = scheme.criteria.map(({ code }) => typed[code] ?? said(code))
  const save = () =>
    void action.send({ unitCode: course.unitCode, id: course.id, revision: course.revision, step: { kind: 'check', evidence } })
  const foot = mayWrite ? (
    <Button type="primary" loading={action.sending} onClick={save}>
      {text('accreditation.saveCheck')}
    </Button>
  ) : undefined
  return (
    <Panel title={text('accreditation.evidence')} foot={foot}>
      {action.problem && <ErrorState problem={action.problem} onRetry={save} slim />}
      <StepRefused refusal={action.refusal} scheme={course.scheme} />
      <div className="pad evidence">
        {evidence.map((one) => {
          const name = words.criterion(scheme, one.criterion)
          const change = (part: Partial<Evidence>) => type({ ...typed, [one.criterion]: { ...one, ...part } })
          return mayWrite ? (
            <Criterion key={one.criterion} name={name} said={one} onChange={change} />
          ) : (
            <p key={one.criterion}>
              <b>{name}</b> <Tag tone={one.isMet ? 'green' : 'plain'}>{text(one.isMet ? 'accreditation.met' : 'accreditation.notMet')}</Tag>{' '}
              <span className="soft">{one.words}</span>
            </p>
          )
        })}
      </div>
    </Panel>
  )
}

function Criterion({ name, said, onChange }: { name: string; said: Evidence; onChange: (part: Partial<Evidence>) => void }) {
  const text = useText(accreditationMessages)
  return (
    <div>
      <div className="row">
        <b className="grow">{name}</b>
        <Choice
          label={name}
          options={[
            { value: 'yes', label: text('accreditation.met') },
            { value: 'no', label: text('accreditation.notMet') },
          ]}
          value={said.isMet ? 'yes' : 'no'}
          onChange={(value) => onChange({ isMet: value === 'yes' })}
        />
      </div>
      <FormField label={`${name}：${text('accreditation.words')}`}>
        {(field) => <Input {...field} maxLength={300} value={said.words} onChange={({ target }) => onChange({ words: target.value })} />}
      </FormField>
    </div>
  )
}
