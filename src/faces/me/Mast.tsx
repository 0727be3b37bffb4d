import { Icon } from '../../ui/parts/Icon.tsx'
import { setLook, useLook } from '../../ui/state/look.ts'
import { useText } from '../../ui/text/use-text.ts'
import { useReadAloud } from './use-read-aloud.ts'

/** The top of each page: the seal, larger type, and reading the page aloud. */
export function Mast() {
  const text = useText()
  const { large } = useLook()
  const { canRead, isReading, toggle } = useReadAloud()
  return (
    <header className="mast">
      <a className="seal" href="/me" aria-label={text('app.name')}>
        归
      </a>
      <b>{text('app.name')}</b>
      <div className="tools">
        <button type="button" aria-pressed={large} onClick={() => setLook({ large: !large })}>
          <span className="large-sign">大</span>
          {text('me.large')}
        </button>
        {canRead && (
          <button type="button" aria-pressed={isReading} onClick={toggle}>
            <Icon name="sound" size={24} />
            {text(isReading ? 'me.stop' : 'me.read')}
          </button>
        )}
      </div>
    </header>
  )
}
