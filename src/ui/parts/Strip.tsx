import type { ReactNode } from 'react'
import '../styles/figures.css'

export interface Figure {
  key: string
  label: string
  value: ReactNode
  unit?: string
  note?: ReactNode
  tone?: 'red' | 'amber'
  /** Opens the rows behind the figure. */
  onOpen?: () => void
  /** What is counted, in a sentence. */
  meaning?: string
}

/** The figures of a page in one row; on a phone they wrap in twos. Each may open its rows. */
export function Strip({ figures, label }: { figures: readonly Figure[]; label: string }) {
  return (
    <ul className="strip" aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.key} title={figure.meaning}>
          {figure.onOpen ? (
            <button type="button" onClick={figure.onOpen}>
              <FigureWords {...figure} />
            </button>
          ) : (
            <FigureWords {...figure} />
          )}
        </li>
      ))}
    </ul>
  )
}

function FigureWords({ label, value, unit, note, tone }: Figure) {
  return (
    <>
      <span className="l">{label}</span>
      <span className={`v ${tone ?? ''}`}>
        {value}
        {unit !== undefined && <small>{unit}</small>}
      </span>
      {note !== undefined && <span className="n">{note}</span>}
    </>
  )
}
