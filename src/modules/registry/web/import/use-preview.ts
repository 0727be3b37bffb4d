import { skipToken, useQuery } from '@tanstack/react-query'
import { viewKey } from '../../../../ui/api/use-view.ts'
import type { ImportPreview } from '../../contract.ts'

export const previewKey = (importId: string) => viewKey('import.preview', { importId })

/** The first rows, as the check has just shown them. They stay in this page's memory and nowhere else. */
export const usePreview = (importId: string): ImportPreview | undefined =>
  useQuery<ImportPreview>({ queryKey: previewKey(importId), queryFn: skipToken }).data
