import type { PlainDate } from '../../../../kernel/plain-date.ts'

/** Norms that differ from place to place and from year to year, and are no law that could be shown. */
export const SETTING_NAMES = ['lastDayOnRestDay', 'memorialTripAskedBy'] as const
export type SettingName = (typeof SETTING_NAMES)[number]

/** A dated setting of data/matter-settings.json. */
export interface Setting {
  readonly name: SettingName
  /** The leading digits of the places in which it holds; none: everywhere. */
  readonly region: string
  readonly validFrom: PlainDate
  readonly value: string
  /** Where it was found, or why it was chosen. */
  readonly source: string
  /** Nobody has shown it in a text of law: to be confirmed before anybody relies on it. */
  readonly isUnverified: boolean
}

/** The setting of a place on a day: the nearest place counts, of that the latest. Undefined where there is none yet. */
export function settingAt(
  settings: readonly Setting[],
  name: SettingName,
  { place, on }: { place: string; on: PlainDate },
): Setting | undefined {
  return settings
    .filter((one) => one.name === name && place.startsWith(one.region) && one.validFrom <= on)
    .toSorted((a, b) => b.region.length - a.region.length || (a.validFrom < b.validFrom ? 1 : -1))[0]
}
