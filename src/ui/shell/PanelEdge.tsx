import { useRef } from 'react'
import { LEAST_WIDTH, MOST_WIDTH } from './usePanelWidth.ts'

const STEP = 24

interface PanelEdgeProps {
  readonly width: number
  readonly onChange: (width: number) => void
}

/** The edge of the side panel: dragged with the pointer, or moved with the arrow keys. */
export function PanelEdge({ width, onChange }: PanelEdgeProps) {
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule is not something one can move
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-valuenow={width}
      aria-valuemin={LEAST_WIDTH}
      aria-valuemax={MOST_WIDTH}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        grip.current = { x: event.clientX, width }
      }}
      onPointerMove={(event) => {
        if (grip.current) onChange(grip.current.width + grip.current.x - event.clientX)
      }}
      onPointerUp={() => {
        grip.current = null
      }}
      onPointerCancel={() => {
        grip.current = null
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') onChange(width + STEP)
        if (event.key === 'ArrowRight') onChange(width - STEP)
      }}
      className="absolute inset-y-0 -left-1 z-10 hidden w-2 cursor-col-resize touch-none hover:bg-accent/30 focus-visible:bg-accent/30 active:bg-accent/40 min-[900px]:block"
    />
  )
}
