import { useState } from 'react'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type Candidate, CandidateCode, describeCandidate } from '../../contract.ts'
import { CODES_OF } from '../../domain/codes/candidate-codes.ts'
import { CodeChips } from '../CodeChips.tsx'
import { useCodeWord } from '../use-code-words.ts'
import { candidateMessages } from './messages-candidate.ts'
import { StepForm } from './StepForm.tsx'
import { useStepForm } from './use-step-form.ts'

const isEducation = (code: string): boolean => CODES_OF.education.some((one) => one === code)
const OTHERS: readonly CandidateCode[] = CandidateCode.options.filter((code) => !isEducation(code))

/** Schooling, skills, further places and hardship: what a round will freeze. */
export function DescribeDrawer({ candidate, onClose }: { candidate: Candidate; onClose: () => void }) {
  const text = useText(candidateMessages)
  const word = useCodeWord()
  const { described } = candidate
  const [education, setEducation] = useState<string>(described.codes.find(isEducation) ?? '')
  const [skills, setSkills] = useState<CandidateCode[]>(described.codes.filter((code) => !isEducation(code)))
  const [places, setPlaces] = useState(described.furtherPlaces.join(' '))
  const [hardship, setHardship] = useState(String(described.hardship))
  const { form, refused } = useStepForm(describeCandidate, onClose)
  const furtherPlaces = places.split(/[\s,，、]+/u).filter(Boolean)
  const grade = Number(hardship)
  const isWhole = Number.isInteger(grade) && grade >= 0 && grade <= 10 && furtherPlaces.every((place) => /^\d{6}$/.test(place))
  const save = () => {
    const codes = [...codesOf(education), ...skills]
    void form.send({ candidateId: candidate.id, steps: candidate.steps, codes, furtherPlaces, hardship: grade })
  }
  return (
    <StepForm
      title={text('candidate.describe')}
      promise={text('candidate.describePromise')}
      form={form}
      refused={refused}
      blocked={isWhole ? undefined : text('candidate.required')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('candidate.education')}
        value={education}
        onChange={setEducation}
        options={[['', text('candidate.educationNone')], ...CODES_OF.education.map((value) => [value as string, word(value)] as const)]}
      />
      <CodeChips label={text('candidate.skills')} codes={OTHERS} chosen={skills} onChange={setSkills} />
      <LineField
        label={text('candidate.furtherPlaces')}
        hint={text('candidate.furtherPlacesHint')}
        value={places}
        onChange={setPlaces}
        max={40}
      />
      <LineField
        label={text('candidate.hardship')}
        hint={text('candidate.hardshipHint')}
        value={hardship}
        onChange={setHardship}
        isNumber
        max={2}
      />
    </StepForm>
  )
}

const codesOf = (education: string): CandidateCode[] => CandidateCode.options.filter((code) => code === education)
