import type { NodeProps } from '@xyflow/react'
import type { CanvasNode } from '../projection/canvasNodes.ts'

type Props = Pick<NodeProps<CanvasNode>, 'data' | 'selected'>

/** Whether a node looks the same. Where it stands is React Flow's business: moving must not draw it again. */
export const isSameNode = (before: Props, after: Props): boolean =>
  before.data === after.data && before.selected === after.selected
