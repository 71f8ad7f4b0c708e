import { ConnectionLine } from './ConnectionLine.tsx'
import { PathLine } from './PathLine.tsx'

/** The two kinds of line there are. */
export const edgeTypes = { connection: ConnectionLine, path: PathLine }
