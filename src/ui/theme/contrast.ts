/** WCAG relative luminance of `#RRGGBB`. */
export function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Words on a coloured ground: ink or white, whichever reads better. */
export const inkOn = (ground: string): string => (contrast(ground, '#1C2024') >= contrast(ground, '#FFFFFF') ? '#1C2024' : '#FFFFFF')
