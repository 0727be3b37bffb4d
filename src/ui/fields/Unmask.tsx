import { Button, Popover } from 'antd'
import { useState } from 'react'
import { Icon } from '../parts/Icon.tsx'
import { useText } from '../text/use-text.ts'
import { type UnmaskAsking, UnmaskForm } from './UnmaskForm.tsx'

export interface UnmaskProps extends UnmaskAsking {
  minutes?: number
  /** Above zero when uncovered: then the button covers again. */
  minutesLeft: number
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
      placement="bottom"
      destroyOnHidden
      content={<UnmaskForm {...form} minutes={minutes} onClose={() => setOpen(false)} />}
    >
      <Button type="text" className="link-button" icon={<Icon name="eye" />} aria-haspopup="dialog" aria-expanded={open}>
        {text('unmask.ask')}
      </Button>
    </Popover>
  )
}
