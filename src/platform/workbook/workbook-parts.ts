import type { Budgets } from './budgets.ts'
import type { Zip } from './open-zip.ts'
import { stopReading } from './stop-reading.ts'
import { readXml } from './xml-scanner.ts'
import { attribute } from './xml-text.ts'

export type WorkbookParts = {
  readonly is1904: boolean
  /** Visible sheets first, each in the workbook's order. */
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly isHidden: boolean }[]
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
}

type Relationship = { readonly kind: string; readonly part: string }

/** `../styles.xml` seen from `xl/`: a zip has no folders, so the path is only text. */
function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = folder ? folder.split('/') : []
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}

async function readRelationships(zip: Zip, part: string): Promise<Map<string, Relationship>> {
  const [folder, file] = [part.split('/').slice(0, -1).join('/'), part.split('/').at(-1) ?? '']
  const found = new Map<string, Relationship>()
  const name = `${folder ? `${folder}/` : ''}_rels/${file}.rels`
  if (!zip.has(name)) return found
  await readXml(zip.part(name), {
    open(tag, attributes) {
      if (tag !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const kind = (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? ''
      found.set(attribute(attributes, 'Id') ?? '', { kind, part: resolvePart(folder, attribute(attributes, 'Target') ?? '') })
    },
    close() {},
    text() {},
  })
  return found
}

const ofKind = (relationships: Map<string, Relationship>, kind: string): string | undefined =>
  Array.from(relationships.values()).find((relationship) => relationship.kind === kind)?.part

/** A zip that is no workbook we read: say what it is. */
function refuseOther(zip: Zip): never {
  const has = (prefix: string): boolean => zip.names().some((name) => name.startsWith(prefix))
  if (zip.has('xl/workbook.bin')) return stopReading({ code: 'old-format', format: 'xlsb' })
  if (zip.has('content.xml') && zip.has('mimetype')) return stopReading({ code: 'old-format', format: 'ods' })
  if (has('word/')) return stopReading({ code: 'not-a-workbook', looksLike: ' Word 文件' })
  if (has('ppt/')) return stopReading({ code: 'not-a-workbook', looksLike: ' PowerPoint 文件' })
  return stopReading({ code: 'not-a-workbook', looksLike: '压缩包（请先解压，再上传里面的表格）' })
}

type Listed = { readonly name: string; readonly id: string; readonly isHidden: boolean }

/** Finds the parts of a workbook by their relationships, as the format asks, not by their usual names. */
export async function readParts(zip: Zip, budgets: Budgets): Promise<WorkbookParts> {
  const main = ofKind(await readRelationships(zip, ''), 'officeDocument') ?? 'xl/workbook.xml'
  if (!zip.has(main) || !main.endsWith('.xml') || !zip.has('[Content_Types].xml') || !/^xl\//.test(main)) return refuseOther(zip)
  const listed: Listed[] = []
  let is1904 = false
  await readXml(zip.part(main), {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = /^(1|true|on)$/.test(attribute(attributes, 'date1904') ?? '')
      if (tag !== 'sheet') return
      if (listed.length >= budgets.sheets) stopReading({ code: 'too-many-sheets', count: listed.length + 1, limit: budgets.sheets })
      const isHidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible'
      listed.push({ name: attribute(attributes, 'name') ?? '', id: relationId(attributes), isHidden })
    },
    close() {},
    text() {},
  })
  const relationships = await readRelationships(zip, main)
  const sheets = [...listed.filter((sheet) => !sheet.isHidden), ...listed.filter((sheet) => sheet.isHidden)].flatMap(
    ({ name, id, isHidden }) => {
      const relationship = relationships.get(id)
      return relationship?.kind === 'worksheet' ? [{ name, part: relationship.part, isHidden }] : []
    },
  )
  return { is1904, sheets, sharedStrings: ofKind(relationships, 'sharedStrings'), styles: ofKind(relationships, 'styles') }
}

/** `r:id` by whatever prefix; `sheetId` ends alike and is another thing. */
const relationId = (attributes: string): string => /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? ''
