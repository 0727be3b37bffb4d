import { Checkbox } from 'antd'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { CandidateCode } from '../../contract.ts'
import { CODES_OF, educationFrom } from '../../domain/codes/candidate-codes.ts'
import { CodeChips } from '../CodeChips.tsx'
import { useCodeWord } from '../use-code-words.ts'
import { postMessages } from './messages-posts.ts'

export interface Asked {
  readonly education: string
  readonly isParty: boolean
  readonly licences: readonly CandidateCode[]
  readonly wishes: readonly CandidateCode[]
}

export const NOTHING_ASKED: Asked = { education: '', isParty: false, licences: [], wishes: [] }

/** Hard conditions as groups of which one is held, and wishes. */
export function requirementsOf({ education, isParty, licences, wishes }: Asked): { requires: string[][]; wishes: string[] } {
  const groups = [[...educationFrom(education)], isParty ? [...CODES_OF.party] : [], [...licences]]
  return { requires: groups.filter((group) => group.length > 0), wishes: [...wishes] }
}

interface RequirementProps {
  /** Whether posts can be kept for a speciality here. */
  isPilot: boolean
  asked: Asked
  onChange: (asked: Asked) => void
  reservedFor: CandidateCode | undefined
  onReserve: (code: CandidateCode | undefined) => void
}

/** What a post asks for: by codes, so that the round can tell to whom it is open. */
export function RequirementFields({ isPilot, asked, onChange, reservedFor, onReserve }: RequirementProps) {
  const text = useText(postMessages)
  const word = useCodeWord()
  const set = (part: Partial<Asked>) => onChange({ ...asked, ...part })
  return (
    <>
      <ChoiceField
        label={text('posts.lowestEducation')}
        value={asked.education}
        onChange={(education) => set({ education })}
        options={[
          ['', text('posts.anyEducation')],
          ...CODES_OF.education.map((code) => [code as string, text('posts.andAbove', { education: word(code) })] as const),
        ]}
      />
      <Checkbox checked={asked.isParty} onChange={({ target }) => set({ isParty: target.checked })}>
        {text('posts.mustBeParty')}
      </Checkbox>
      <CodeChips<CandidateCode>
        label={text('posts.licenceNeeded')}
        codes={CODES_OF.licence}
        chosen={asked.licences}
        onChange={(licences) => set({ licences })}
      />
      <CodeChips<CandidateCode>
        label={text('posts.wishes')}
        codes={CODES_OF.speciality}
        chosen={asked.wishes}
        onChange={(wishes) => set({ wishes })}
      />
      {isPilot && (
        <ChoiceField
          label={text('posts.reservedFor')}
          value={reservedFor ?? ''}
          onChange={(code) => onReserve(CODES_OF.speciality.find((one) => one === code))}
          options={[['', text('posts.notReserved')], ...CODES_OF.speciality.map((code) => [code as string, word(code)] as const)]}
        />
      )}
    </>
  )
}
