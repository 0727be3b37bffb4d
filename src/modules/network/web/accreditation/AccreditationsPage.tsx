import { Link } from 'react-router'
import { PageHead } from '../../../../ui/layout/Panel.tsx'
import { Choice } from '../../../../ui/parts/Choice.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { CodeFilter, codeIn } from '../CodeFilter.tsx'
import { networkMessages } from '../messages.ts'
import { PlaceFilter } from '../PlaceFilter.tsx'
import { useAskedPlace } from '../use-asked-place.ts'
import { CourseList } from './CourseList.tsx'
import { accreditationMessages } from './messages-accreditation.ts'
import { SpreadStrip } from './SpreadStrip.tsx'
import { useSchemeWords } from './scheme-words.ts'
import { SCHEMES, schemeOf } from './schemes.ts'
import { WavePanel } from './WavePanel.tsx'
import '../network.css'
import './accreditation.css'

const CODES = SCHEMES.map(({ code }) => code)
const VIEWS = ['list', 'wave'] as const

/** Courses of accreditation of a place, how far its units have come, and which stations come next. */
export function AccreditationsPage() {
  const text = useText(accreditationMessages)
  const shared = useText(networkMessages)
  const words = useSchemeWords()
  const at = useAskedPlace()
  const chosen = codeIn(CODES, at.asked.get('scheme'))
  const shown = codeIn(VIEWS, at.asked.get('view')) ?? 'list'
  const scheme = schemeOf(chosen ?? 'stars')
  return (
    <>
      <PageHead
        crumb={<Link to={`/desk/network/units?place=${at.place}`}>{shared('network.toUnits')}</Link>}
        title={text('accreditation.title', { place: at.name })}
        note={text('accreditation.note')}
      />
      <div className="row accreditation-choice">
        <Choice
          label={text('accreditation.view')}
          options={VIEWS.map((value) => ({ value, label: text(`accreditation.view.${value}`) }))}
          value={shown}
          onChange={(view) => at.ask({ view })}
        />
        <CodeFilter
          label={text('accreditation.scheme')}
          codes={CODES}
          words={words.name}
          value={chosen}
          onChange={(code) => at.ask({ scheme: code })}
        />
        <PlaceFilter at={at} />
      </div>
      {scheme && <SpreadStrip place={at.place} scheme={scheme} />}
      {shown === 'wave' && scheme ? <WavePanel place={at.place} scheme={scheme} /> : <CourseList place={at.place} scheme={chosen} />}
    </>
  )
}
