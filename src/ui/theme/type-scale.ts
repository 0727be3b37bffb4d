import type { Palette } from './palette.ts'

export const fonts = {
  /** The first has one sign, the apostrophe (base.css): Chinese fonts make it as wide as a character. */
  sans: '"Latin Apostrophe","PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif',
  /** Titles of documents and of the hall screen, never controls. */
  serif: '"Songti SC","STSong","Noto Serif CJK SC","Source Han Serif SC","SimSun",serif',
  /** Hashes and codes. */
  mono: 'ui-monospace,"SF Mono","Cascadia Mono","Sarasa Mono SC","Noto Sans Mono CJK SC",Consolas,monospace',
} as const

/** Everything sits on multiples of 4 px. */
export const space = { hair: 4, tight: 8, snug: 12, base: 16, roomy: 24, wide: 32, open: 48 } as const

/** size/line height, px. `me` never goes below 18; its reader may enlarge to 1.25 or 1.5. */
export const type = {
  desk: { note: [12, 18], body: [13, 20], strong: [14, 22], title: [16, 24], answer: [20, 32], figure: [24, 32] },
  open: { note: [15, 24], body: [16, 24], strong: [18, 28], title: [20, 28], answer: [28, 40] },
  me: { note: [18, 28], body: [20, 32], title: [22, 32], answer: [28, 40], figure: [56, 64] },
  hall: { note: [20, 30], body: [24, 32], strong: [28, 40], title: [40, 52], figure: [92, 96], name: [108, 128] },
} as const

/** The palette as CSS variables (`--ink-soft`, …) for whatever is not antd. */
export function cssVariables(palette: Palette): Record<`--${string}`, string> {
  const kebab = (name: string) => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
  return Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--${kebab(name)}`, value]))
}
