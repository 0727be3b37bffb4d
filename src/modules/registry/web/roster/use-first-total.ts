import { useState } from 'react'
import type { Pages } from '../../../../ui/table/use-pages.ts'

/** The total comes with the first page; it stands for the later ones too, until the question is another. */
export function useFirstTotal<Row>({ query }: Pages<Row>, question: string): number | undefined {
  const [known, setKnown] = useState<{ question: string; total: number }>()
  const total = query.isPlaceholderData ? undefined : query.data?.total
  if (total !== undefined && (known?.question !== question || known.total !== total)) setKnown({ question, total })
  return total ?? (known?.question === question ? known.total : undefined)
}
