import { Button, ConfigProvider, Drawer } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { Icon } from '../parts/Icon.tsx'
import { KeyHint } from '../parts/KeyHint.tsx'
import { useNarrow } from '../state/use-narrow.ts'
import { useText } from '../text/use-text.ts'
import { Discard } from './Discard.tsx'
import { useBackCloses } from './use-back-closes.ts'
import { useFirstFocus } from './use-first-focus.ts'

export interface QuickEntryProps {
  open: boolean
  title: ReactNode
  onClose: () => void
  /** Called by the button and by Ctrl+Enter (⌘+Enter). */
  onSave: () => void
  saving?: boolean
  saveLabel?: string
  /** Typed but not saved: Esc then asks first. */
  isTouched?: boolean
  /** Why saving is not possible now; shown beside the button. */
  blocked?: string | undefined
  /** A quiet promise at the foot: 没有网络也能存. */
  promise?: ReactNode
  onKeyDown?: (event: KeyboardEvent) => void
  width?: number
  children: ReactNode
}

/**
 * A drawer to write something down without leaving the page: no mask, so that the list stays readable. The first field
 * has the focus, Tab goes in reading order, Ctrl+Enter saves, Esc closes and gives the focus back to where it was, and so does the
 * phone's way back.
 */
export function QuickEntry({ open, title, onClose, onSave, saving = false, isTouched = false, width = 440, ...rest }: QuickEntryProps) {
  const text = useText()
  const narrow = useNarrow()
  const form = useId()
  const [asking, setAsking] = useState(false)
  const leave = () => (isTouched ? setAsking(true) : onClose())
  // On a phone it is the whole page: going back leaves it, and not the page beneath with what was typed.
  useBackCloses(open && narrow, leave)
  const body = useFirstFocus()
  const save = useSaveOrShow(form, { onSave, saving })
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      if (!saving && rest.blocked === undefined) save()
    } else rest.onKeyDown?.(event)
  }
  const discard =
    asking && open ? (
      <Discard
        onStay={() => setAsking(false)}
        onLeave={() => {
          setAsking(false)
          onClose()
        }}
      />
    ) : undefined
  return (
    <Drawer
      open={open}
      onClose={leave}
      mask={false}
      autoFocus={false}
      size={narrow ? '100%' : width}
      title={
        <span className="drawer-title">
          {title} <small>{text('drawer.keys')}</small>
        </span>
      }
      closable={{ placement: 'end', closeIcon: <Icon name="close" />, 'aria-label': text('drawer.close') }}
      footer={<Foot form={form} saving={saving} discard={discard} {...rest} />}
      destroyOnHidden
    >
      <form
        id={form}
        className="quick"
        ref={body}
        tabIndex={-1}
        noValidate
        onKeyDown={press}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {/* What is typed into is as high as the selects beside it; the small sizes are for tables. */}
        <ConfigProvider componentSize="middle">{rest.children}</ConfigProvider>
      </form>
    </Drawer>
  )
}

/** Saves; and where a field stands in the way, by itself or in the server's answer, goes there: on a phone it may be far from the button. */
function useSaveOrShow(form: string, { onSave, saving }: Required<Pick<QuickEntryProps, 'onSave' | 'saving'>>): () => void {
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (tries > 0 && !saving) document.getElementById(form)?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [form, tries, saving])
  return () => {
    onSave()
    setTries((before) => before + 1)
  }
}

type FootProps = Pick<QuickEntryProps, 'promise' | 'blocked' | 'saveLabel'> & { form: string; saving: boolean; discard: ReactNode }

function Foot({ form, saving, promise, blocked, saveLabel, discard }: FootProps) {
  const text = useText()
  if (discard) return discard
  return (
    <div className="drawer-foot">
      <span className={blocked === undefined ? 'faint' : 'amber'}>{blocked ?? promise}</span>
      <Button
        type="primary"
        size="large"
        htmlType="submit"
        form={form}
        loading={saving}
        disabled={blocked !== undefined}
        aria-keyshortcuts="Control+Enter"
      >
        {saving ? text('drawer.saving') : (saveLabel ?? text('drawer.save'))} <KeyHint keys="Ctrl ↵" on="fill" />
      </Button>
    </div>
  )
}
