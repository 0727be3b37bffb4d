import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PlainDate } from '../../../../../kernel/plain-date.ts'
import type { UnitCode } from '../../../../../kernel/region-code.ts'
import { repositoryPath } from '../../../../../platform/config/repository-path.ts'
import type { Rules } from '../../../domain/matters/matter-state.ts'
import type { MatterType } from '../../../domain/matters/matter-type.ts'
import { SETTING_NAMES, type SettingName, settingAt } from '../../../domain/matters/settings.ts'
import { workCalendar } from './work-calendar.ts'

const SettingsFile = z.object({
  settings: z.array(
    z.object({
      name: z.enum(SETTING_NAMES),
      region: z.string().regex(/^\d{0,12}$/),
      validFrom: PlainDate,
      value: z.string().min(1),
      source: z.string().min(1),
      isUnverified: z.boolean(),
    }),
  ),
})

/** The settings of data/matter-settings.json. @throws at the start where the file is not as it must be. */
const { settings } = SettingsFile.parse(JSON.parse(readFileSync(repositoryPath('data', 'matter-settings.json'), 'utf8')))

/** The rules of a kind at a unit: its declaration, the days on which offices work, the settings of the place. */
export function rulesOf(type: MatterType, unitCode: UnitCode): Rules {
  const setting = (name: SettingName, on: PlainDate) => settingAt(settings, name, { place: unitCode, on })?.value
  const goesPastRest = (from: PlainDate) => setting('lastDayOnRestDay', from) === 'nextWorkday'
  return { type, calendar: { ...workCalendar, goesPastRest }, setting }
}
