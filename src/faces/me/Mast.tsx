import { Link, useLocation, useNavigate } from 'react-router'
import { Icon } from '../../ui/parts/Icon.tsx'
import { setLook, useLook } from '../../ui/state/look.ts'
import { useText } from '../../ui/text/use-text.ts'
import { meMessages } from './messages.ts'
import { useReadAloud } from './use-read-aloud.ts'

/** Pages from which one does not go back: the way there is over. */
const isRoot = (pathname: string) => pathname === '/me' || pathname === '/me/sign-in'

/** The top of each page: the seal or the way back, larger type, and reading the page aloud. */
export function Mast() {
  const text = useText(meMessages)
  const { pathname } = useLocation()
  const { large } = useLook()
  const { canRead, isReading, toggle } = useReadAloud(pathname)
  return (
    <header className="mast me">
      <a className="skip-me" href="#content">
        {text('me.toContent')}
      </a>
      {isRoot(pathname) ? <Seal /> : <Back pathname={pathname} />}
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

function Seal() {
  const text = useText()
  return (
    <>
      <Link className="seal" to="/me" aria-label={text('app.name')}>
        归
      </Link>
      <b>{text('app.name')}</b>
    </>
  )
}

/** The same as the browser's own back; who came by a link from outside goes home. A receipt leads home too: its form is gone. */
function Back({ pathname }: { pathname: string }) {
  const text = useText(meMessages)
  const navigate = useNavigate()
  const hasBefore = () => Number((window.history.state as { idx?: number } | null)?.idx ?? 0) > 0 && !pathname.endsWith('/receipt')
  return (
    <Link
      className="back"
      to="/me"
      onClick={(event) => {
        if (!hasBefore()) return
        event.preventDefault()
        void navigate(-1)
      }}
    >
      <Icon name="left" size={26} />
      {text('me.back')}
    </Link>
  )
}
