export type Tier = 'county' | 'township' | 'village'

export function nameOf(tier: Tier): string {
  switch (tier) {
    case 'county':
      return '县'
    case 'township':
      return '乡'
  }
  return ''
}
