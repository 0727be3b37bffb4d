import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn.js'
import { type ReactNode, useEffect } from 'react'
import { useLook } from '../../ui/state/look.ts'
import { nonceEveryStyle, styleNonce } from '../../ui/state/style-nonce.ts'
import { useNarrow } from '../../ui/state/use-narrow.ts'
import { useLanguage } from '../../ui/text/language.ts'
import { deskTheme } from '../../ui/theme/antd-theme.ts'
import '../../ui/styles/figures.css'
import '../../ui/styles/desk.css'

if (styleNonce !== undefined) nonceEveryStyle(styleNonce)

/** Themes, language and the style nonce for everything of antd. The only way antd enters a face. */
export function DeskFace({ children }: { children: ReactNode }) {
  const { mode } = useLook()
  const language = useLanguage()
  const narrow = useNarrow()
  useEffect(() => {
    dayjs.locale(language === 'en' ? 'en' : 'zh-cn')
  }, [language])
  return (
    <ConfigProvider
      locale={language === 'en' ? enUS : zhCN}
      theme={deskTheme(mode, narrow ? 'phone' : 'desk')}
      button={{ autoInsertSpace: false }}
      componentSize="small"
      {...(styleNonce === undefined ? {} : { csp: { nonce: styleNonce } })}
    >
      {children}
    </ConfigProvider>
  )
}
