import { ReactFlowProvider } from '@xyflow/react'
import './canvas.css'
import { CanvasFlow } from './CanvasFlow.tsx'

/** The drawing of the design, filling what is around it. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasFlow />
    </ReactFlowProvider>
  )
}
