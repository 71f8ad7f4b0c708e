import { ReactFlowProvider } from '@xyflow/react'
import './styles/canvas.css'
import './styles/leaf.css'
import './styles/group.css'
import './styles/chip.css'
import './styles/marks.css'
import './styles/lines.css'
import './styles/path.css'
import './styles/aim.css'
import './styles/lifted.css'
import './styles/controls.css'
import './styles/distance.css'
import { CanvasFlow } from './CanvasFlow.tsx'

/** The drawing of the design, filling what is around it. */
export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasFlow />
    </ReactFlowProvider>
  )
}
