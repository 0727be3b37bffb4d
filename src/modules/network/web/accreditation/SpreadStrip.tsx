import type { RegionCode } from '../../../../kernel/region-code.ts'
import { useView } from '../../../../ui/api/use-view.ts'
import { Strip } from '../../../../ui/parts/Strip.tsx'
import { count, percent } from '../../../../ui/text/format.ts'
import { useText } from '../../../../ui/text/use-text.ts'
import { spreadAccreditations } from '../../contract.ts'
import type { Scheme } from '../../domain/accreditation/scheme.ts'
import { accreditationMessages } from './messages-accreditation.ts'

/** How many units of each tier hold the award; of stars, how many have three and more. */
export function SpreadStrip({ place, scheme }: { place: RegionCode; scheme: Scheme }) {
  const text = useText(accreditationMessages)
  const { data } = useView(
    spreadAccreditations,
    { place, scheme: scheme.code },
    { live: ['unit.accredited', 'unit.open'], keepPrevious: true },
  )
  const figures = (data?.rows ?? [])
    .filter(({ tier }) => scheme.tiers.includes(tier))
    .map(({ tier, units, held, byLevel }) => {
      const three = byLevel.filter(({ level }) => level >= 3).reduce((sum, one) => sum + one.held, 0)
      return {
        key: tier,
        label: text(`accreditation.tier.${tier}`),
        value: `${units === 0 ? '–' : percent(held, units)}%`,
        note: [
          text('accreditation.spread.of', { held: count(held), units: count(units) }),
          ...(scheme.levels > 0 && units > 0 ? [text('accreditation.spread.three', { share: percent(three, units) })] : []),
        ].join(' · '),
      }
    })
  return <Strip label={text('accreditation.spread')} figures={figures} />
}
