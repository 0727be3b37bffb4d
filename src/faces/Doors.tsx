import { Link } from 'react-router'
import type { PageEntry, RailEntry } from '../ui/page-entry.ts'
import { Icon } from '../ui/parts/Icon.tsx'
import { useLanguage } from '../ui/text/language.ts'

interface DoorsProps {
  doors: readonly (PageEntry & { rail: RailEntry })[]
  none: string
  noneWords: string
}

/** Large doors, one a page; a sentence when there are none yet. */
export function Doors({ doors, none, noneWords }: DoorsProps) {
  const language = useLanguage()
  if (doors.length === 0) {
    return (
      <section className="big">
        <h2>{none}</h2>
        <p>{noneWords}</p>
      </section>
    )
  }
  return (
    <div className="cards">
      {doors.map(({ path, rail }) => (
        <Link key={path} className="big line" to={path}>
          <span className="pic">
            <Icon name={rail.icon} size={28} />
          </span>
          <h2>{rail.label[language]}</h2>
          <Icon name="right" size={26} />
        </Link>
      ))}
    </div>
  )
}
