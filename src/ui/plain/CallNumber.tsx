/** A number as somebody wrote it, several perhaps; pressed, the first of them is dialled. */
export function CallNumber({ number }: { number: string }) {
  const [first = ''] = number.split(/[、，,；;/]/)
  return <a href={`tel:${first.replaceAll(/[^0-9+]/g, '')}`}>{number}</a>
}
