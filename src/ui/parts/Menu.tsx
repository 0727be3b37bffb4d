import { createContext, type KeyboardEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react'

const Close = createContext<() => void>(() => undefined)

/** A button that opens a short list of commands. Arrow keys walk, Esc and a press elsewhere close. */
export function Menu({ label, face, children }: { label: string; face: ReactNode; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return
    items(box.current)[0]?.focus()
    const elsewhere = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', elsewhere)
    return () => document.removeEventListener('pointerdown', elsewhere)
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const walk = (event: KeyboardEvent) => {
    if (!open) return
    if (event.key === 'Escape') close()
    else if (event.key === 'Tab') setOpen(false)
    else step(box.current, event)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the items inside
    <div className="menu" ref={box} onKeyDown={walk}>
      <button ref={button} type="button" className="menu-face" aria-haspopup="menu" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="unseen">{label}</span>
        {face}
      </button>
      {open && (
        <div className="menu-list" role="menu" aria-label={label}>
          <Close.Provider value={close}>{children}</Close.Provider>
        </div>
      )}
    </div>
  )
}

/** One command. `stays` keeps the list open while the command runs. */
export function MenuItem({ onPick, stays, children }: { onPick: () => void; stays?: boolean; children: ReactNode }) {
  const close = useContext(Close)
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={() => {
        onPick()
        if (!stays) close()
      }}
    >
      {children}
    </button>
  )
}

const items = (box: HTMLElement | null) => [...(box?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]

function step(box: HTMLElement | null, event: KeyboardEvent): void {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (way === undefined) return
  event.preventDefault()
  const all = items(box)
  const at = all.findIndex((item) => item.matches(':focus'))
  all[(at + way + all.length) % all.length]?.focus()
}
