import { type Construct, definitions } from '../../../core/model/index.ts'
import { useCanvas } from '../CanvasContext.ts'

/** Starts a line to something else: by dragging it there, or by pressing here and then there. */
export function ConnectKnob({ construct }: { readonly construct: Construct }) {
  const { startConnecting } = useCanvas()
  if (definitions[construct.kind].unconnected) return null
  const label = `Connect ${construct.name || definitions[construct.kind].title} with …`
  return (
    <button
      type="button"
      className="connect-knob nodrag nopan"
      aria-label={label}
      data-tip={label}
      onPointerDown={(event) => startConnecting(construct.id, event)}
      onClick={(event) => event.detail === 0 && startConnecting(construct.id, null)}
    />
  )
}
