import { MaskedField } from '../../../ui/fields/MaskedField.tsx'
import { Unmask } from '../../../ui/fields/Unmask.tsx'
import { useUncovered } from '../../../ui/fields/use-uncovered.ts'
import { Panel } from '../../../ui/layout/Panel.tsx'
import { KeyValue } from '../../../ui/parts/KeyValue.tsx'
import { StateLine } from '../../../ui/parts/StateLine.tsx'
import { Tag } from '../../../ui/parts/Tag.tsx'
import { Timeline } from '../../../ui/parts/Timeline.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { kitMessages } from './kit-messages.ts'
import { sampleStates, sampleTimeline } from './sample-words.ts'

interface Full {
  idNumber: string
  phone: string
}

const reasons = [
  { value: 'case', label: '办理：伤残等级调整（剩 9 天）' },
  { value: 'visit', label: '走访前联系本人' },
  { value: 'desk', label: '本人来站，当面核对' },
]

/** A masked person with the asking popover, a state line, tags and a timeline. */
export function KitPerson() {
  const text = useText(kitMessages)
  const { shown, minutesLeft, uncover, cover } = useUncovered<Full>()
  const ask = async () => {
    uncover({ idNumber: '990112196206150017', phone: '10012344821' })
    return undefined
  }
  const fields = [text('kit.idNumber'), text('kit.phone')]
  return (
    <div className="kit-row thirds">
      <Panel
        title={text('kit.person')}
        side={<Unmask reasons={reasons} fields={fields} minutesLeft={minutesLeft} onAsk={ask} onCover={cover} />}
      >
        <KeyValue
          rows={[
            { name: text('kit.idNumber'), value: <MaskedField masked="990112********0017" full={shown?.idNumber} /> },
            { name: text('kit.phone'), value: <MaskedField masked="100****4821" full={shown?.phone} /> },
            {
              name: text('kit.tags'),
              value: (
                <>
                  <Tag tone="slate">残疾军人 · 因公六级</Tag>
                  <Tag tone="green">✓ 已确认</Tag>
                  <Tag tone="amber">待补盖章</Tag>
                  <Tag tone="red">逾期</Tag>
                  <Tag>退役士兵</Tag>
                </>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title={text('kit.timeline')}>
        <Timeline items={sampleTimeline} label={text('kit.timeline')} />
      </Panel>
      <Panel title={text('kit.states')}>
        <StateLine steps={sampleStates.slice(2, 5)} label={text('kit.states')} />
      </Panel>
    </div>
  )
}
