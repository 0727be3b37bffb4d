/** The look's colours. Nothing here fetches anything. */

export interface Palette {
  /** Panels and controls. */ ground: string
  /** What panels lie on. */ page: string
  /** Hover, table heads, wells. */ sunken: string
  line: string
  /** Edges of things that can be used: 3:1 against the ground (WCAG 1.4.11). */ edge: string
  ink: string
  inkSoft: string
  /** The faintest ink that may carry words: 4.5:1 on ground, page and sunken. */ inkFaint: string
  /** The flag of action, and of overdue. One filled red thing a page. */ red: string
  /** Red as words. */ redInk: string
  redSoft: string
  green: string
  greenInk: string
  greenSoft: string
  /** Due soon, as a mark. */ amber: string
  /** Due soon, as words. */ amberInk: string
  amberSoft: string
  /** Data: lines, bars, links, focus. */ slate: string
  /** What is ticked or chosen. Red is kept for acting. */ slateFill: string
  slateInk: string
  slateSoft: string
  /** Words on a filled red, green or slate. */ onFill: string
}

export const light: Palette = {
  ground: '#FFFFFF',
  page: '#F6F5F2',
  sunken: '#F1EFEB',
  line: '#E5E2DC',
  edge: '#8F8B83',
  ink: '#1C2024',
  inkSoft: '#454C54',
  inkFaint: '#646B74',
  red: '#B4232A',
  redInk: '#A51F26',
  redSoft: '#FAEEED',
  green: '#2F6B4F',
  greenInk: '#2A6147',
  greenSoft: '#E9F2ED',
  amber: '#D08A1D',
  amberInk: '#875200',
  amberSoft: '#FCF3E0',
  slate: '#2F5D6C',
  slateFill: '#2F5D6C',
  slateInk: '#28505E',
  slateSoft: '#E8EFF1',
  onFill: '#FFFFFF',
}

export const dark: Palette = {
  ground: '#181B1E',
  page: '#101315',
  sunken: '#202428',
  line: '#2C3136',
  edge: '#7A828A',
  ink: '#ECEAE6',
  inkSoft: '#BFC3C7',
  inkFaint: '#98A0A7',
  red: '#BD3A40',
  redInk: '#F09A99',
  redSoft: '#381E20',
  green: '#3C7F60',
  greenInk: '#86C9A6',
  greenSoft: '#1B2F26',
  amber: '#D9982F',
  amberInk: '#EDBE6B',
  amberSoft: '#352A17',
  slate: '#7FB0BF',
  slateFill: '#437686',
  slateInk: '#9CC7D4',
  slateSoft: '#1E2C31',
  onFill: '#FFFFFF',
}

/** The hall screen: always dark, read from the last row. */
export const hall = {
  ground: '#14171A',
  foot: '#1B1F23',
  line: '#2D3237',
  ink: '#F1EEE8',
  inkSoft: '#CDD0D2',
  inkFaint: '#A3A9AF',
  now: '#B4232A',
  nowInk: '#F2A19F',
  picked: '#8FCBAB',
  postOpen: '#E9E4DA',
  postGone: '#4B5258',
} as const
