import { useState } from 'react'
import { useNavigate } from 'react-router'
import { problemOf } from '../api/problem.ts'
import type { SessionAccount } from '../api/session.ts'
import { useSessionChange } from '../api/use-session.ts'
import { Icon } from '../parts/Icon.tsx'
import { Menu, MenuItem } from '../parts/Menu.tsx'
import { setLook, useLook } from '../state/look.ts'
import { setLanguage, useLanguage } from '../text/language.ts'
import { problemSentence } from '../text/problem-sentence.ts'
import { roleWords } from '../text/role-words.ts'
import { useText } from '../text/use-text.ts'

/** Who is signed in, as which post; size, light, language and the two ways out. */
export function UserMenu({ account }: { account: SessionAccount }) {
  const text = useText()
  const language = useLanguage()
  const { mode, large } = useLook()
  const { ends } = useSessionChange()
  const go = useNavigate()
  const [failure, setFailure] = useState<string>()
  const role = roleWords(account, language)
  const leave = (where: 'here' | 'everywhere') =>
    void ends(where).catch((error: unknown) => setFailure(text('menu.signOutFailed', { why: problemSentence(problemOf(error), text) })))

  return (
    <Menu
      label={text('menu.open', { name: account.name, role })}
      face={
        <span className="me-chip" aria-hidden="true">
          <span className="initial">{[...account.name][0]}</span>
          <span className="who-name">{account.name}</span>
          <span className="who-post faint cut">{role}</span>
        </span>
      }
    >
      <p className="menu-words">
        <b>{account.name}</b>
        <span className="faint">
          {account.unitName} {role}
        </span>
      </p>
      <MenuItem onPick={() => setLook({ large: !large })}>{text(large ? 'menu.normal' : 'menu.large')}</MenuItem>
      <MenuItem onPick={() => setLook({ mode: mode === 'light' ? 'dark' : 'light' })}>
        {text(mode === 'light' ? 'menu.dark' : 'menu.light')}
      </MenuItem>
      <MenuItem onPick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>{text('menu.language')}</MenuItem>
      <hr />
      <MenuItem onPick={() => void go('/desk/account')}>
        <Icon name="user" /> {text('menu.account')}
      </MenuItem>
      <MenuItem onPick={() => leave('here')} stays>
        <Icon name="out" /> {text('menu.signOut')}
      </MenuItem>
      <MenuItem onPick={() => leave('everywhere')} stays>
        {text('menu.signOutEverywhere')}
      </MenuItem>
      {failure !== undefined && (
        <p className="menu-words red" role="alert">
          {failure}
        </p>
      )}
    </Menu>
  )
}
