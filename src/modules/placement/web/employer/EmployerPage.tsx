import { type FormEvent, useState } from 'react'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { useDay } from '../../../../ui/plain/use-day.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import type { EmployerScene } from '../../contract-employers.ts'
import { titleWithPlace } from '../open/words-of-board.ts'
import { askScene, type Key, type Told } from './ask-door.ts'
import { EmployerRefusedWords } from './EmployerRefusedWords.tsx'
import { employerMessages } from './messages-employer.ts'
import { RankForm } from './RankForm.tsx'
import '../open/open.css'
import './employer.css'

/** The link stands behind the #: browsers send that part to nobody. */
const linkOf = (): string => window.location.hash.replace(/^#/, '')

/** A receiving unit without an account ranks who has listed its posts: by link and code. */
export function EmployerPage() {
  const text = useText(employerMessages)
  const [link] = useState(linkOf)
  const [key, setKey] = useState<Key>()
  const [told, setTold] = useState<Told>()
  const scene = told?.kind === 'scene' ? told.scene : undefined
  return (
    <div className="employer">
      <PageHeading title={scene?.employer ?? text('placement.employer.title')} />
      {link === '' && <p className="lead">{text('placement.employer.noLink')}</p>}
      {link !== '' && !scene && (
        <CodeForm
          told={told}
          onEnter={async (code) => {
            const entered = { link, code }
            setTold(await askScene(entered))
            setKey(entered)
          }}
        />
      )}
      {scene && key && <Scene scene={scene} keyed={key} />}
    </div>
  )
}

function CodeForm({ told, onEnter }: { told: Told | undefined; onEnter: (code: string) => Promise<void> }) {
  const text = useText(employerMessages)
  const [code, setCode] = useState('')
  const [isAsking, setAsking] = useState(false)
  const digits = code.replace(/\D/g, '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (digits.length !== 8 || isAsking) return
    setAsking(true)
    void onEnter(digits).finally(() => setAsking(false))
  }
  return (
    <form className="sheet" noValidate onSubmit={submit}>
      <p className="lead">{text('placement.employer.lead')}</p>
      <FormField label={text('placement.employer.code')}>
        {(field) => (
          <input
            {...field}
            className="plain-input"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={9}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        )}
      </FormField>
      {told && told.kind !== 'scene' && <EmployerRefusedWords told={told} />}
      <button type="submit" className="solid" disabled={isAsking || digits.length !== 8}>
        {text('placement.employer.enter')}
      </button>
    </form>
  )
}

function Scene({ scene, keyed }: { scene: EmployerScene; keyed: Key }) {
  const text = useText(employerMessages)
  const day = useDay()
  return (
    <>
      <p className="lead">{text('placement.employer.until', { title: titleWithPlace(scene), day: day(scene.rankingsUntil) })}</p>
      <p>{text('placement.employer.rule')}</p>
      <p>{text('placement.employer.tierHint')}</p>
      {scene.posts.map((post) => (
        <RankForm key={post.code} post={post} silent={scene.silentEmployer} keyed={keyed} />
      ))}
    </>
  )
}
