import { Icon } from '../parts/Icon.tsx'
import { useText } from '../text/use-text.ts'

/** The last three tiers of where one is; the full path is in the title. */
export function Place({ path }: { path: readonly { code: string; name: string }[] }) {
  const text = useText()
  const near = path.slice(-3)
  return (
    <ol className="place" aria-label={text('bar.place')} title={path.map(({ name }) => name).join(' › ')}>
      {near.map(({ code, name }, at) => (
        <li key={code} data-last={at === near.length - 1 || undefined}>
          {at > 0 && <Icon name="right" size={11} />}
          <span className="cut">{name}</span>
        </li>
      ))}
    </ol>
  )
}
