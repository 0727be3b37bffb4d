import { Link } from 'react-router'
import { PageHeading } from '../../../../ui/plain/PageHeading.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { HowPicture } from './HowPicture.tsx'
import { howMessages } from './messages-how.ts'
import { WaySections } from './WaySections.tsx'
import './open.css'

const PARTS = ['seal', 'draw', 'order', 'turn', 'chain', 'check'] as const

/** The method, for whoever it is about: plain words and one picture. */
export function HowPage() {
  const text = useText(howMessages)
  return (
    <div className="how">
      <div>
        <PageHeading title={text('placement.how.title')} />
        <p className="lead">{text('placement.how.lead')}</p>
        <HowPicture />
      </div>
      {PARTS.map((part) => (
        <section key={part} aria-labelledby={`how-${part}`}>
          <h2 id={`how-${part}`}>{text(`placement.how.${part}`)}</h2>
          <p>{text(`placement.how.${part}Words`)}</p>
        </section>
      ))}
      <WaySections />
      <p>
        <Link className="ghost" to="/open/verify">
          {text('placement.how.go')}
        </Link>
      </p>
    </div>
  )
}
