import { Input } from 'antd'
import { useState } from 'react'
import { FormField } from '../../../../ui/fields/FormField.tsx'
import { useText } from '../../../../ui/text/use-text.ts'
import { roundMessages } from './messages-rounds.ts'
import { codesIn, wrongCode } from './post-codes.ts'

/** A list of codes as it is typed; `toSend` gives it where every code can stand, and from then on says which cannot. */
export function usePostCodes(first: string, posts: readonly { readonly code: string }[]) {
  const text = useText(roundMessages)
  const [typed, setTyped] = useState(first)
  const [isAsked, setAsked] = useState(false)
  const codes = codesIn(typed)
  const wrong = wrongCode(codes, new Set(posts.map(({ code }) => code)))
  return {
    value: typed,
    onChange: setTyped,
    error: isAsked && wrong ? text(`placement.round.code.${wrong.what}`, { post: wrong.post }) : undefined,
    toSend: (): string[] | undefined => {
      setAsked(true)
      return wrong ? undefined : codes
    },
  }
}

/** Codes of posts, the dearest first. */
export function PostCodesField({ hint, codes }: { hint: string; codes: ReturnType<typeof usePostCodes> }) {
  const text = useText(roundMessages)
  return (
    <FormField label={text('placement.round.posts')} hint={hint} error={codes.error}>
      {(field) => (
        <Input.TextArea
          {...field}
          className="mono"
          autoSize={{ minRows: 2 }}
          value={codes.value}
          onChange={({ target }) => codes.onChange(target.value)}
        />
      )}
    </FormField>
  )
}
