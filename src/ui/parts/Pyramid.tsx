import type { ReactNode } from 'react'
import '../styles/figures.css'

export interface PyramidBand {
  key: string
  name: string
  left: number
  right: number
}

export interface PyramidProps {
  /** From the bottom to the top. */
  bands: readonly PyramidBand[]
  /** The heads: 男, 年龄, 女. */
  heads: { left: string; band: string; right: string }
  /** How a number is drawn: as a way to its rows. */
  number: (band: PyramidBand, side: 'left' | 'right') => ReactNode
}

/** Two kinds by steps, back to back, the lowest step at the bottom; each bar has its number beside it. */
export function Pyramid({ bands, heads, number }: PyramidProps) {
  const most = Math.max(1, ...bands.flatMap(({ left, right }) => [left, right]))
  const bar = (value: number) => <i style={{ width: `${(value / most) * 100}%` }} />
  return (
    <table className="pyramid">
      <thead>
        <tr>
          <td />
          <th scope="col" className="r">
            {heads.left}
          </th>
          <th scope="col" className="c">
            {heads.band}
          </th>
          <th scope="col">{heads.right}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {bands.toReversed().map((band) => (
          <tr key={band.key}>
            <td className="r num">{number(band, 'left')}</td>
            <td className="pyramid-bar" data-side="left">
              {bar(band.left)}
            </td>
            <th scope="row" className="c">
              {band.name}
            </th>
            <td className="pyramid-bar" data-side="right">
              {bar(band.right)}
            </td>
            <td className="num">{number(band, 'right')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
