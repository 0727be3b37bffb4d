import { useText } from '../../../../ui/text/use-text.ts'
import type { Decision } from '../../contract.ts'
import { usePlacementWords } from '../use-words.ts'
import { myPlacementMessages } from './messages-mine.ts'

/** Which way of placement, by which article, what else is open, and why. */
export function MyWay({ decision: { way, article, choices, answers } }: { decision: Decision }) {
  const text = useText(myPlacementMessages)
  const { text: words, condition } = usePlacementWords()
  const held = answers.at(-1)?.conditions.filter(({ holds, need }) => holds && need !== 'none') ?? []
  const ways = choices.map((choice) => `${words(`placement.way.${choice.way}`)}（${choice.article}）`).join('、')
  return (
    <section className="sheet">
      <h2>{text('placement.mine.way')}</h2>
      <p>
        {text('placement.mine.wayWords', {
          article: article.startsWith('《') ? article : `《退役军人安置条例》${article}`,
          way: words(`placement.way.${way}`),
        })}
      </p>
      {ways !== '' && <p>{text('placement.mine.choices', { ways })}</p>}
      {held.length > 0 && (
        <>
          <h3>{text('placement.mine.why')}</h3>
          <ul>
            {held.map(({ code, article: clause }) => (
              <li key={code}>
                {condition(code)}（{clause}）
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
