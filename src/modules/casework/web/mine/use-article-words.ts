import { useText } from '../../../../ui/text/use-text.ts'
import { mineMessages } from './messages-mine.ts'

/** An article as the person reads it: of what the place itself has laid down, that it has. */
export function useArticleWords(): (article: string) => string {
  const text = useText(mineMessages)
  return (article) => (article === 'setting' ? text('mine.ruled') : article)
}
