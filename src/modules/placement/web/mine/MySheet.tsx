import { useText } from '../../../../ui/text/use-text.ts'
import type { Sheet } from '../../contract.ts'
import { points } from '../points.ts'
import { usePlacementWords } from '../use-words.ts'
import { myPlacementMessages } from './messages-mine.ts'

interface MySheetProps {
  sheet: Sheet
  canObject: boolean
  onObject: (line: string) => void
}

/** The own score in plain words: each line with what it rests on, and a way to say that it is wrong. */
export function MySheet({ sheet, canObject, onObject }: MySheetProps) {
  const text = useText(myPlacementMessages)
  const { text: words } = usePlacementWords()
  const { lines, total, schemeTitle: title, number, isConfirmed } = sheet
  return (
    <section className="sheet">
      <h2>{text('placement.mine.score')}</h2>
      <p className="lead">
        <b>{text('placement.mine.total', { total: points(total) })}</b>
      </p>
      <dl className="said">
        {lines.map(({ item, zh, unit, each, quantity, points: worth, evidence }) => (
          <div key={item}>
            <dt>{zh}</dt>
            <dd>
              <span className="grow">
                <b>{text('placement.mine.total', { total: points(worth) })}</b>
                <br />
                {text('placement.mine.line', { quantity: words(`placement.unit.${unit}`, { count: quantity }), each: points(each) })}
                <br />
                {text('placement.mine.evidence', { evidence })}
              </span>
              {canObject && (
                <button
                  type="button"
                  className="plain-button"
                  aria-label={text('placement.mine.objectButton', { line: zh })}
                  onClick={() => onObject(item)}
                >
                  {text('placement.mine.objectTo')}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="fine">{text('placement.mine.by', { title: title.replaceAll(/[《》]/g, ''), number })}</p>
      {isConfirmed && <p className="paid">{text('placement.mine.confirmed')}</p>}
    </section>
  )
}
