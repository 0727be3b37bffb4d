import type { Import } from '../../contract.ts'
import type { RegistryText } from '../messages.ts'

/** Which workbook, and which of its sheets where it has several. */
export const fileWords = (
  { fileName, sheet, otherSheets }: Pick<Import, 'fileName' | 'sheet' | 'otherSheets'>,
  text: RegistryText,
): string => (sheet === null || otherSheets.length === 0 ? fileName : text('registry.import.ofSheet', { file: fileName, sheet }))
