import { Glyph } from '../../constructs/index.ts'
import { useCanvas } from '../CanvasContext.ts'
import type { Chip } from '../projection/canvasNodes.ts'

/** A narrower chip has room for its glyph only. */
const LEAST_FOR_NAME = 64

/** The interface that an endpoint or a function has in a subnet; it leads to its owner. */
export function InterfaceChip({ chip }: { readonly chip: Chip }) {
  const { select } = useCanvas()
  const { owner, name, glyph, privateIp, lit, x, y, width } = chip
  const label = `Network interface of ${name}${privateIp ? `, ${privateIp}` : ''}`
  return (
    <button
      type="button"
      className={`chip nodrag nopan ${lit ? 'is-lit' : ''}`}
      style={{ left: x, top: y, width }}
      aria-label={label}
      data-tip={label}
      onClick={(event) => {
        event.stopPropagation()
        select(owner)
      }}
    >
      <Glyph kind={glyph} size={14} />
      {width >= LEAST_FOR_NAME && <span className="chip-name">{privateIp ?? name}</span>}
    </button>
  )
}
