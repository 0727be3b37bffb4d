import type { ReactNode } from 'react'
import '../styles/parts/file-pick.css'

interface FilePickProps {
  /** What the file is for, where the words on the button do not say it. */
  label?: string
  /** What is taken, as an input of files says it. */
  accept: string
  isBusy: boolean
  multiple?: boolean
  /** Where it is said why the last one was not taken. */
  saidIn?: string
  onPick: (files: readonly File[]) => void
  children: ReactNode
}

/** A button that takes files; the same one may be taken again. */
export function FilePick({ label, accept, isBusy, multiple = false, saidIn, onPick, children }: FilePickProps) {
  return (
    <label className="file-pick" aria-busy={isBusy}>
      {children}
      <input
        type="file"
        aria-label={label}
        accept={accept}
        multiple={multiple}
        disabled={isBusy}
        aria-describedby={saidIn}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          if (files.length > 0) onPick(files)
        }}
      />
    </label>
  )
}
