import { type IconName, iconPaths } from './icon-paths.ts'

/** A line icon, always beside words or inside a named button: it is hidden from screen readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon-line" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  )
}
