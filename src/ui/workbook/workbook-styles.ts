/** How a column's values are written: names and codes as text, quantities as numbers, legal days as days, fen as yuan. */
export type ColumnKind = 'text' | 'number' | 'share' | 'day' | 'money'

/** Indexes into the cell formats below. */
export const STYLE = { title: 1, head: 2, text: 3, number: 4, share: 5, day: 6, money: 7 } as const

const FONT = '<name val="宋体"/><family val="3"/><charset val="134"/>'
const LINE = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color rgb="FFBFBFBF"/></${side}>`).join('')
const GREY = '<fill><patternFill patternType="solid"><fgColor rgb="FFDDE6F0"/><bgColor indexed="64"/></patternFill></fill>'

const body = (format: number, alignment: string): string =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"${alignment}/></xf>`

/** Text (49 is `@`) is wrapped, numbers have their thousands apart (3), shares one decimal, money two (4). */
export const stylesXml = (main: string): string =>
  [
    `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="#,##0.0"/></numFmts>`,
    `<fonts count="3"><font><sz val="11"/>${FONT}</font><font><b/><sz val="14"/>${FONT}</font><font><b/><sz val="11"/>${FONT}</font></fonts>`,
    `<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${GREY}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${LINE}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8">',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>',
    '<xf numFmtId="49" fontId="2" fillId="2" borderId="1" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>',
    `${body(49, ' wrapText="1"')}${body(3, '')}${body(165, '')}${body(164, ' horizontal="center"')}${body(4, '')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('')
