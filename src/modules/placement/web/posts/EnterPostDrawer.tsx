import { useState } from 'react'
import { parseFen } from '../../../../kernel/fen.ts'
import { RegionCode, type UnitCode } from '../../../../kernel/region-code.ts'
import { useAction } from '../../../../ui/api/use-action.ts'
import { ChoiceField } from '../../../../ui/fields/ChoiceField.tsx'
import { LineField } from '../../../../ui/fields/LineField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { type CandidateCode, type Employer, Establishment, enterPost, type Post } from '../../contract.ts'
import { isPilot } from '../../domain/direct/pilots.ts'
import { StepForm } from '../candidates/StepForm.tsx'
import { quantityOf } from '../points.ts'
import { usePlacementWords } from '../use-words.ts'
import { WordsField } from '../WordsField.tsx'
import { postMessages } from './messages-posts.ts'
import { NOTHING_ASKED, RequirementFields, requirementsOf } from './RequirementFields.tsx'
import { usePostRefusal } from './use-post-refusal.ts'

const SEASONS: readonly Post['season'][] = ['spring', 'autumn']

interface EnterPostProps {
  unitCode: UnitCode
  employers: readonly Employer[]
  onClose: () => void
}

const FIRST = { title: '', seats: '1', low: '', high: '', words: '' }

/** Fen from yuan as somebody typed them. */
const fenOf = (typed: string): string | undefined => {
  const read = parseFen(typed)
  return read.ok && read.value >= 0n ? String(read.value) : undefined
}

/** Enters what a receiving unit offers. */
export function EnterPostDrawer({ unitCode, employers, onClose }: EnterPostProps) {
  const text = useText(postMessages)
  const { text: words } = usePlacementWords()
  const sentence = usePostRefusal()
  const [typed, setTyped] = useState({ ...FIRST, year: String(new Date().getFullYear()), place: unitCode.slice(0, 12) })
  const [employerId, setEmployer] = useState(employers[0]?.id ?? '')
  const [season, setSeason] = useState<Post['season']>('spring')
  const [establishment, setEstablishment] = useState<Establishment>('institution')
  const [asked, setAsked] = useState(NOTHING_ASKED)
  const [reservedFor, setReserved] = useState<CandidateCode>()
  const form = useAction(enterPost, { onDone: onClose })
  const [seats, year, place] = [quantityOf(typed.seats), quantityOf(typed.year), RegionCode.safeParse(typed.place)]
  const [payLowFen, payHighFen] = [fenOf(typed.low), fenOf(typed.high)]
  const set = (key: keyof typeof typed) => (value: string) => setTyped({ ...typed, [key]: value })
  const isWhole = seats && year && place.success && payLowFen && payHighFen && typed.title.trim().length > 1
  const save = () => {
    if (!seats || !year || !place.success || !payLowFen || !payHighFen) return
    const requirements = { ...requirementsOf(asked), words: typed.words.trim() }
    const about = { employerId, year, season, establishment, seats, placeCode: place.data, payLowFen, payHighFen, requirements }
    void form.send({ ...about, title: typed.title.trim(), isDirect: reservedFor !== undefined, ...(reservedFor ? { reservedFor } : {}) })
  }
  return (
    <StepForm
      title={text('posts.enter')}
      form={form}
      refused={sentence(form.refusal)}
      blocked={isWhole ? undefined : text('posts.required')}
      onSave={save}
      onClose={onClose}
    >
      <ChoiceField
        label={text('posts.employer')}
        value={employerId}
        onChange={setEmployer}
        options={employers.map(({ id, name }) => [id, name] as const)}
      />
      <LineField label={text('posts.post')} value={typed.title} onChange={set('title')} max={60} />
      <LineField label={text('posts.year')} value={typed.year} onChange={set('year')} isNumber max={4} />
      <ChoiceField
        label={text('posts.season')}
        value={season}
        onChange={setSeason}
        options={SEASONS.map((value) => [value, words(`placement.season.${value}`)] as const)}
      />
      <ChoiceField
        label={text('posts.establishment')}
        value={establishment}
        onChange={setEstablishment}
        options={Establishment.options.map((value) => [value, text(`posts.establishment.${value}`)] as const)}
      />
      <LineField label={text('posts.seatCount')} value={typed.seats} onChange={set('seats')} isNumber max={3} />
      <LineField label={text('posts.placeCode')} value={typed.place} onChange={set('place')} isNumber max={12} />
      <LineField label={text('posts.payLow')} value={typed.low} onChange={set('low')} max={12} />
      <LineField label={text('posts.payHigh')} value={typed.high} onChange={set('high')} max={12} />
      <RequirementFields isPilot={isPilot(unitCode)} asked={asked} onChange={setAsked} reservedFor={reservedFor} onReserve={setReserved} />
      <WordsField label={text('posts.words')} value={typed.words} onChange={set('words')} max={300} />
    </StepForm>
  )
}
