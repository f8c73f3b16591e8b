import { encode } from 'uqr'

export interface QrProps {
  /** What the code says, usually a link. */
  text: string
  /** Its spoken name. */
  label: string
  size?: number
}

/** A QR code as SVG, always dark on white: cameras do not read the reverse. */
export function Qr({ text, label, size = 160 }: QrProps) {
  const { data, size: cells } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${cells} ${cells}`}
      shapeRendering="crispEdges"
    >
      <rect width={cells} height={cells} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
