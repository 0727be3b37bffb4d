import { Link } from 'react-router'
import type { z } from 'zod'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MatterKind, openMine } from '../../../contract.ts'
import { matterWordMessages } from '../../matters/messages-words.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { mineMessages } from '../messages-mine.ts'
import { useMineRefusal } from '../mine-refusal.ts'
import { applyMessages } from './messages-apply.ts'

type Refusal = z.output<(typeof openMine)['refusal']>

/** Why it was not begun; each answer that is wrong leads to its question. */
export function OpenRefused({ refusal, kind }: { refusal: Refusal; kind: MatterKind }) {
  const text = useText(applyMessages)
  const mine = useText(mineMessages)
  const words = useText(matterWordMessages)
  const wordsOf = useWordsOf()
  const sentence = useMineRefusal()
  const nameOf = (code: string) => {
    const field = kind.fields.find((one) => one.code === code)
    return field ? wordsOf(field.name) : code
  }
  return (
    <div className="wrong" role="alert">
      <Icon name="warning" size={24} />
      <div>
        <p>{refusal.code === 'answers-wrong' ? text('mine.review.wrong') : sentence(refusal)}</p>
        {refusal.code === 'answers-wrong' && (
          <ul>
            {refusal.issues.map(({ field, code, limit }) => (
              <li key={field}>
                <Link to={`/me/kinds/${kind.code}/q/${field}?review`}>{nameOf(field)}</Link>：
                {words(`matters.field.${code}` as 'matters.field.missing', limit === undefined ? {} : { limit })}
              </li>
            ))}
          </ul>
        )}
        {refusal.code === 'already-open' && <Link to={`/me/matters/${refusal.matterId}`}>{mine('mine.look')}</Link>}
      </div>
    </div>
  )
}
