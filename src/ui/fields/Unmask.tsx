import { Button, Popover } from 'antd'
import { useState } from 'react'
import type { Problem } from '../api/problem.ts'
import { Icon } from '../parts/Icon.tsx'
import { useText } from '../text/use-text.ts'
import { UnmaskForm } from './UnmaskForm.tsx'

export interface UnmaskReason {
  value: string
  /** The open matter first: 办理：伤残等级调整（剩 9 天）. */
  label: string
}

export interface UnmaskProps {
  reasons: readonly UnmaskReason[]
  /** What will be shown, by name: 证件号、手机、住址. */
  fields: readonly string[]
  minutes?: number
  /** Above zero when uncovered: then the button covers again. */
  minutesLeft: number
  /** Asks the server; answers with a problem when it was not given. `value` is `other` when the reason is in `words`. */
  onAsk: (reason: { value: string; words: string }) => Promise<Problem | undefined>
  onCover: () => void
}

/** The button and the popover that asks why, says what will be shown, and that the look is on record. */
export function Unmask({ minutesLeft, onCover, minutes = 10, ...form }: UnmaskProps) {
  const text = useText()
  const [open, setOpen] = useState(false)
  if (minutesLeft > 0) {
    return (
      <span className="row unmask-left">
        <span className="amber">{text('unmask.left', { count: minutesLeft })}</span>
        <Button size="small" onClick={onCover} icon={<Icon name="lock" />}>
          {text('unmask.cover')}
        </Button>
      </span>
    )
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={<UnmaskForm {...form} minutes={minutes} onClose={() => setOpen(false)} />}
    >
      <Button type="text" className="link-button" icon={<Icon name="eye" />} aria-haspopup="dialog" aria-expanded={open}>
        {text('unmask.ask')}
      </Button>
    </Popover>
  )
}
