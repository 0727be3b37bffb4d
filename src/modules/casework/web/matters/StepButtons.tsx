import { Button } from 'antd'
import { Icon } from '../../../../ui/parts/Icon.tsx'
import { Menu, MenuItem } from '../../../../ui/parts/Menu.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import type { Matter } from '../../contract.ts'
import { matterMessages } from './messages-pages.ts'
import { useWordsOf } from './words-of.ts'

const SHOWN = 2

/** The main step filled, one more beside it, handing back before both; the others behind three dots. */
export function StepButtons({ matter, onStep }: { matter: Matter; onStep: (code: string) => void }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const onward = matter.can.steps.filter(({ isBack }) => !isBack)
  const [main, ...others] = onward
  const back = matter.can.steps.filter(({ isBack }) => isBack)
  const side = [...back, ...others].slice(0, SHOWN)
  const rest = [...back, ...others].slice(SHOWN)
  return (
    <>
      {side.map(({ code, name }) => (
        <Button key={code} size="middle" onClick={() => onStep(code)}>
          {wordsOf(name)}
        </Button>
      ))}
      {main && (
        <Button type="primary" size="middle" onClick={() => onStep(main.code)}>
          {wordsOf(main.name)}
        </Button>
      )}
      {rest.length > 0 && (
        <Menu label={text('matters.matter.more')} face={<Icon name="more" />}>
          {rest.map(({ code, name }) => (
            <MenuItem key={code} onPick={() => onStep(code)}>
              {wordsOf(name)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  )
}
