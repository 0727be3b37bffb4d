/** The parts of a Word file that are the same for every paper. */
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const CONTENT_TYPES = `${HEAD}
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/word/fontTable.xml" ContentType="${TYPES}.fontTable+xml"/></Types>`

export const PACKAGE_RELATIONS = `${HEAD}
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`

/** Styles and fonts, and the addresses to which words of the document lead. */
export const wordRelations = (links: readonly (readonly [id: string, address: string])[]): string => `${HEAD}
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELATIONS}/fontTable" Target="fontTable.xml"/>${links
  .map(([id, address]) => `<Relationship Id="${id}" Type="${RELATIONS}/hyperlink" Target="${address}" TargetMode="External"/>`)
  .join('')}</Relationships>`

/** 仿宋, 宋体, 黑体 and 楷体, and by which names systems without them look for the next best. */
export const FONTS = `${HEAD}
<w:fonts ${W}>${[
  ['仿宋', 'FangSong', 'roman'],
  ['宋体', 'SimSun', 'roman'],
  ['黑体', 'SimHei', 'swiss'],
  ['楷体', 'KaiTi', 'script'],
]
  .map(
    ([name, other, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="auto"/></w:font>`,
  )
  .join('')}</w:fonts>`

const fonts = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`
const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
/** 28 points from line to line: 22 lines on a page. */
const LINES = 'w:line="560" w:lineRule="exact"'

function style(id: string, about: { paragraph: string; run?: string }): string {
  return `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="Normal"/><w:pPr>${about.paragraph}</w:pPr><w:rPr>${about.run ?? ''}</w:rPr></w:style>`
}

/** Figures are of a western language: by the rules of Chinese a line may end in the middle of a number. */
export const STYLES = `${HEAD}
<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr>${fonts('仿宋')}${size(32)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${[
  style('Title', {
    paragraph: '<w:spacing w:before="0" w:after="480" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>',
    run: `${fonts('宋体')}<w:b/>${size(44)}`,
  }),
  style('Centred', { paragraph: `<w:spacing ${LINES}/><w:jc w:val="center"/>` }),
  style('Heading', {
    paragraph: `<w:keepNext/><w:spacing ${LINES}/><w:ind w:firstLineChars="200" w:firstLine="640"/>`,
    run: fonts('黑体'),
  }),
  style('Subheading', {
    paragraph: `<w:keepNext/><w:spacing ${LINES}/><w:ind w:firstLineChars="200" w:firstLine="640"/>`,
    run: fonts('楷体'),
  }),
  style('Addressed', { paragraph: `<w:spacing ${LINES}/><w:jc w:val="left"/>` }),
  style('BodyText', { paragraph: `<w:spacing ${LINES}/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>` }),
  style('Signature', {
    paragraph: `<w:keepNext/><w:spacing w:before="240" ${LINES}/><w:ind w:rightChars="200" w:right="640"/><w:jc w:val="right"/>`,
  }),
  style('CellLabel', {
    paragraph: '<w:spacing w:line="400" w:lineRule="exact"/><w:jc w:val="center"/>',
    run: `${fonts('宋体')}<w:b/>${size(24)}`,
  }),
  style('CellText', { paragraph: '<w:spacing w:line="400" w:lineRule="exact"/><w:jc w:val="left"/>', run: size(24) }),
].join('')}</w:styles>`
