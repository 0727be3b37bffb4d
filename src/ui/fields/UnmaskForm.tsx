import { Button, Input, Radio } from 'antd'
import { useId, useState } from 'react'
import type { Problem } from '../api/problem.ts'
import { ErrorState } from '../parts/ErrorState.tsx'
import { useText } from '../text/use-text.ts'

export interface UnmaskReason {
  value: string
  /** The open matter first: 办理：伤残等级调整（剩 9 天）. */
  label: string
}

/** Why one may ask, for what, and who is asked. */
export interface UnmaskAsking {
  reasons: readonly UnmaskReason[]
  /** What will be shown, by name: 证件号、手机、住址. */
  fields: readonly string[]
  /** Asks the server; answers with a problem when it was not given. `value` is `other` when the reason is in `words`. */
  onAsk: (reason: { value: string; words: string }) => Promise<Problem | undefined>
}

interface UnmaskFormProps extends UnmaskAsking {
  minutes: number
  onClose: () => void
}

/** Why must one see it: a reason, what will be shown, and the two buttons. */
export function UnmaskForm({ reasons, fields, onAsk, minutes, onClose }: UnmaskFormProps) {
  const text = useText()
  const title = useId()
  const [value, setValue] = useState(reasons[0]?.value ?? 'other')
  const [words, setWords] = useState('')
  const [isTried, setTried] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [asking, setAsking] = useState(false)
  const isMissing = value === 'other' && [...words.trim()].length < 4

  const ask = async () => {
    setTried(true)
    if (isMissing || asking) return
    setAsking(true)
    const found = await onAsk({ value, words: words.trim() })
    setAsking(false)
    setProblem(found)
    if (!found) onClose()
  }
  return (
    <form
      className="unmask"
      aria-labelledby={title}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <h3 id={title}>{text('unmask.title')}</h3>
      <p className="rule">{text('unmask.words', { count: minutes })}</p>
      <Radio.Group
        className="unmask-reasons"
        value={value}
        onChange={(event) => setValue(String(event.target.value))}
        aria-label={text('unmask.title')}
      >
        {reasons.map((reason, at) => (
          <Radio key={reason.value} value={reason.value} autoFocus={at === 0}>
            {reason.label}
          </Radio>
        ))}
        <Radio value="other">{text('unmask.other')}</Radio>
      </Radio.Group>
      {value === 'other' && (
        <Input
          size="middle"
          maxLength={200}
          value={words}
          aria-label={text('unmask.otherLabel')}
          status={isTried && isMissing ? 'error' : ''}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {isTried && isMissing && (
        <div className="field-error" role="alert">
          {text('unmask.otherMissing')}
        </div>
      )}
      {problem && <ErrorState problem={problem} slim />}
      <div className="unmask-foot">
        <span className="rule grow">{text('unmask.shows', { fields: fields.join(text('unmask.joint')) })}</span>
        <Button onClick={onClose}>{text('unmask.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={asking}>
          {text('unmask.ask')}
        </Button>
      </div>
    </form>
  )
}
