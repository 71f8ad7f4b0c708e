import { ConstructNode } from './ConstructNode.tsx'
import { ContainerNode } from './ContainerNode.tsx'

/** The two kinds of node there are, made once: a new object would make React Flow build every node again. */
export const nodeTypes = { construct: ConstructNode, container: ContainerNode }
