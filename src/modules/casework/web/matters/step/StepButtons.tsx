import { Button } from 'antd'
import { Icon } from '../../../../../ui/parts/Icon.tsx'
import { Menu, MenuItem } from '../../../../../ui/parts/Menu.tsx'
import { useText } from '../../../../../ui/text/use-text.ts'
import type { Matter } from '../../../contract.ts'
import { matterMessages } from '../messages.ts'
import { useWordsOf } from '../words-of.ts'
import { orderSteps } from './order-steps.ts'

const SHOWN = 2

/** The step onward of whoever's turn it is filled, handing back and one more beside it; the others behind three dots. */
export function StepButtons({ matter, onStep }: { matter: Matter; onStep: (code: string) => void }) {
  const text = useText(matterMessages)
  const wordsOf = useWordsOf()
  const { main, others } = orderSteps(matter.can.steps)
  const [side, rest] = [others.slice(0, SHOWN), others.slice(SHOWN)]
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
        <Menu
          label={text('matters.matter.more')}
          face={
            <span className="plain-button">
              <Icon name="more" />
            </span>
          }
        >
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
