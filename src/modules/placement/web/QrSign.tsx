import { generate } from 'lean-qr'
import { useMemo } from 'react'

/** A QR sign as one path. `label` says where it leads. */
export function QrSign({ value, label, size = 120 }: { value: string; label: string; size?: number }) {
  const { path, side } = useMemo(() => {
    const code = generate(value)
    const dots: string[] = []
    for (let y = 0; y < code.size; y += 1) {
      for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) dots.push(`M${x + 4} ${y + 4}h1v1h-1z`)
    }
    return { path: dots.join(''), side: code.size + 8 }
  }, [value])
  return (
    <svg
      className="qr-sign"
      viewBox={`0 0 ${side} ${side}`}
      width={size}
      height={size}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#14171a" />
    </svg>
  )
}
