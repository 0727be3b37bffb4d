import { Link } from 'react-router'
import type { z } from 'zod'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { MatterKind, openMine } from '../../../contract.ts'
import { useWordsOf } from '../../matters/words-of.ts'
import { mineMessages } from '../messages-mine.ts'
import { useMineRefusal } from '../mine-refusal.ts'
import { useIssueWords } from './issue-words.ts'
import { applyMessages } from './messages-apply.ts'

type Refusal = z.output<(typeof openMine)['refusal']>

/** Why it was not begun; each answer that is wrong leads to its question. */
export function OpenRefused({ refusal, kind }: { refusal: Refusal; kind: MatterKind }) {
  const text = useText(applyMessages)
  const mine = useText(mineMessages)
  const issueWords = useIssueWords()
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
            {refusal.issues.map((issue) => (
              <li key={issue.field}>
                <Link to={`/me/kinds/${kind.code}/q/${issue.field}?review`}>{nameOf(issue.field)}</Link>：{issueWords(issue)}
              </li>
            ))}
          </ul>
        )}
        {refusal.code === 'already-open' && <Link to={`/me/matters/${refusal.matterId}`}>{mine('mine.look')}</Link>}
      </div>
    </div>
  )
}
