import { Link } from 'react-router'
import { Panel } from '../../../../../ui/layout/Panel.tsx'
import { KeyValue } from '../../../../../ui/parts/KeyValue.tsx'
import { yuan } from '../../../../../ui/text/format.ts'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Field, Matter } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'

/** What was asked and answered, masked as everywhere; and the letters that can be printed. */
export function AnswersPanel({ matter }: { matter: Matter }) {
  const text = useText(matterMessages)
  const inWords = useAnswerInWords()
  const wordsOf = useWordsOf()
  const { answers } = matter
  const asked = matter.fields.filter(({ code }) => answers !== null && answers[code] !== undefined)
  const letters = (
    <>
      {matter.letters.map(({ code, name }) => (
        <Link key={code} to={`/desk/matters/${matter.id}/letters/${code}`}>
          {wordsOf(name)}
        </Link>
      ))}
    </>
  )
  return (
    <Panel title={text('matters.matter.answers')} side={matter.letters.length > 0 ? letters : undefined}>
      {answers === null ? (
        <p className="panel-words faint">{text('matters.matter.sealed')}</p>
      ) : (
        <KeyValue rows={asked.map((field) => ({ name: wordsOf(field.name), value: inWords(field, answers[field.code]) }))} />
      )}
    </Panel>
  )
}

function useAnswerInWords() {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  return (field: Field, answer: unknown): string => {
    const named = (code: unknown) => {
      const choice = field.choices?.find((one) => one.code === code)
      return choice ? wordsOf(choice.name) : String(code)
    }
    if (typeof answer === 'boolean') return text(answer ? 'matters.matter.yes' : 'matters.matter.no')
    if (Array.isArray(answer)) return answer.map(named).join('、')
    return field.kind === 'money' ? `${yuan(BigInt(String(answer)))} ${text('matters.matter.yuan')}` : named(answer)
  }
}
