import { useEffect, useState } from 'react'

/** The lunar day, once the almanac (a large table) has been loaded. */
export function useLunarDay(day: string | undefined): string | undefined {
  const [lunar, setLunar] = useState<string>()
  useEffect(() => {
    let wanted = true
    if (day !== undefined) void import('./lunar-day.ts').then(({ lunarDay }) => wanted && setLunar(lunarDay(day)))
    return () => {
      wanted = false
    }
  }, [day])
  return lunar
}
