/** A sentence with its figures set off: `今天走访 [[4]] 户，有 [[!1]] 件已逾期`. A `!` makes the figure red. */
export function Marked({ text }: { text: string }) {
  return text.split(/\[\[(.+?)\]\]/).map((part, at) => {
    if (at % 2 === 0) return part
    const isRed = part.startsWith('!')
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
      <em key={at} className={isRed ? 'red' : undefined}>
        {isRed ? part.slice(1) : part}
      </em>
    )
  })
}
