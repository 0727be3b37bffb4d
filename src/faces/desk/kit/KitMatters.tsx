import { Panel } from '../../../ui/layout/Panel.tsx'
import { Clock } from '../../../ui/parts/Clock.tsx'
import { EmptyState } from '../../../ui/parts/EmptyState.tsx'
import { ErrorState } from '../../../ui/parts/ErrorState.tsx'
import { LoadingState } from '../../../ui/parts/LoadingState.tsx'
import { Meter } from '../../../ui/parts/Meter.tsx'
import { useText } from '../../../ui/text/use-text.ts'
import { kitMessages } from './kit-messages.ts'
import { sampleItems, sampleMeters } from './sample-words.ts'

/** Clocks in a list, meters, and the three states of a part without content. */
export function KitMatters() {
  const text = useText(kitMessages)
  return (
    <div className="kit-row thirds">
      <Panel title={text('kit.clocks')} side={text('kit.clocksNote')}>
        {sampleItems.map((item) => (
          <div key={item.title} className="item">
            <Clock left={item.left} />
            <div className="grow">
              <div className="t">
                {item.title}
                <small>{item.who}</small>
              </div>
              <div className="soft cut">{item.next}</div>
              <div className="rule cut">{item.rule}</div>
            </div>
          </div>
        ))}
      </Panel>
      <Panel title={text('kit.month')} side={text('kit.monthNote')}>
        {sampleMeters.map((meter) => (
          <Meter key={meter.name} {...meter} />
        ))}
        <LoadingState />
      </Panel>
      <Panel title={text('kit.emptyTitle')}>
        <EmptyState title={text('kit.empty')} words={text('kit.emptyWords')} />
        <ErrorState problem={{ code: 'fault', incident: '7F3A-21' }} onRetry={() => undefined} />
        <div className="pad">
          <ErrorState problem={{ code: 'unreachable' }} onRetry={() => undefined} slim />
        </div>
      </Panel>
    </div>
  )
}
