import { Button, Input, Popover } from 'antd'
import { type FormEvent, useState } from 'react'
import { useSession } from '../api/use-session.ts'
import { Icon } from '../parts/Icon.tsx'
import { keep, kept } from '../state/kept.ts'
import { useText } from '../text/use-text.ts'
import { readViews, type SavedView, withoutView, withView } from './saved-views.ts'

interface SavedViewsProps {
  /** Names the list. */
  name: string
  /** How the list stands now. */
  now: Omit<SavedView, 'name'>
  onOpen: (view: SavedView) => void
}

/** 视图: a list with its filters, order and columns under a name, kept in this browser for this account. */
export function SavedViews({ name, now, onOpen }: SavedViewsProps) {
  const text = useText()
  const account = useSession().data?.account?.id
  const place = `views.${account}.${name}`
  const [isOpen, setOpen] = useState(false)
  const [views, setViews] = useState<readonly SavedView[]>(() => readViews(kept('local', place)))
  const change = (next: readonly SavedView[]) => {
    setViews(next)
    keep('local', place, next.length === 0 ? undefined : JSON.stringify(next))
  }
  const open = (view: SavedView) => {
    setOpen(false)
    onOpen(view)
  }
  if (account === undefined) return null
  return (
    <Popover
      trigger="click"
      placement="bottom"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div className="view-set">
          {views.length === 0 && <p className="faint">{text('table.noViews')}</p>}
          {views.map((view) => (
            <span key={view.name} className="row view-line">
              <Button type="text" onClick={() => open(view)}>
                {view.name}
              </Button>
              <Button
                type="text"
                className="push"
                icon={<Icon name="close" size={14} />}
                aria-label={text('table.dropView', { name: view.name })}
                onClick={() => change(withoutView(views, view.name))}
              />
            </span>
          ))}
          <NameForm onSave={(named) => change(withView(views, { ...now, name: named }))} />
        </div>
      }
    >
      <Button icon={<Icon name="eye" />}>{text('table.views')}</Button>
    </Popover>
  )
}

function NameForm({ onSave }: { onSave: (name: string) => void }) {
  const text = useText()
  const [name, setName] = useState('')
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    onSave(name.trim())
    setName('')
  }
  return (
    <form className="row view-name" onSubmit={save}>
      <Input
        aria-label={text('table.viewName')}
        placeholder={text('table.viewName')}
        maxLength={20}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button htmlType="submit" disabled={name.trim() === ''}>
        {text('table.saveView')}
      </Button>
    </form>
  )
}
