import { Link } from 'react-router'
import { useLanguage } from '../../../ui/text/language.ts'
import { useText } from '../../../ui/text/use-text.ts'
import { homeMessages } from './messages-home.ts'
import type { MyHome } from './read-my-home.ts'

/** Asks how it was, of whoever was served and of nobody else. */
export function RateWhatEnded({ ended }: { ended: MyHome['toRate'] }) {
  const text = useText(homeMessages)
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  if (ended.length === 0) return null
  return (
    <section className="big whole">
      <h2>{text('me.rate')}</h2>
      <ul className="lines">
        {ended.map(({ matterId, typeName }) => (
          <li key={matterId}>
            <span>{typeName[language]}</span>
            <Link className="ghost" to={`/me/matters/${matterId}/rate`} aria-label={`${text('me.rateGo')}：${typeName[language]}`}>
              {text('me.rateGo')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
