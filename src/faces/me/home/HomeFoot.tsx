import { useState } from 'react'
import { Link } from 'react-router'
import { type Problem, problemOf } from '../../../ui/api/problem.ts'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { usePersonalChange } from '../../../ui/personal/use-personal.ts'
import { setLanguage, useLanguage } from '../../../ui/text/language.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { meMessages } from '../messages.ts'
import { homeMessages } from './messages-home.ts'

/** At the foot of the first page: another file, the language, public information, and the way out. */
export function HomeFoot() {
  const text = useText(homeMessages)
  const frame = useText(meMessages)
  const language = useLanguage()
  const { ends } = usePersonalChange()
  const [leaving, setLeaving] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const leave = () => {
    setLeaving(true)
    ends().catch((error: unknown) => {
      setLeaving(false)
      setProblem(problemOf(error))
    })
  }
  return (
    <nav className="foot-links" aria-label={frame('me.home')}>
      {problem && <ErrorState problem={problem} slim />}
      <Link to="/me/files">{text('me.foot.files')}</Link>
      <a href="/open">{text('me.toOpen')}</a>
      <button type="button" onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
        {text('me.foot.language')}
      </button>
      <button type="button" disabled={leaving} onClick={leave}>
        {frame(leaving ? 'me.signingOut' : 'me.signOut')}
      </button>
    </nav>
  )
}
