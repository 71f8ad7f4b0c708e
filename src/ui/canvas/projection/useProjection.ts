import { useLayoutEffect, useMemo, useRef } from 'react'
import type { ConstructId } from '../../../core/model/index.ts'
import { createPart } from '../../../state/parts.ts'
import { usePart } from '../../kit/usePart.ts'
import { useDesign, useEngine } from '../../kit/useStore.ts'
import type { CanvasNode } from './canvasNodes.ts'
import { findingMarks } from './findingMarks.ts'
import type { Highlights } from './highlightsFor.ts'
import { type CanvasEdge, projectEdges } from './projectEdges.ts'
import { projectNodes } from './projectNodes.ts'

const lines = createPart(() => import('./lines.ts'))

/** With more selected than this, their lines would tell nobody anything. */
const MOST_NEAR = 20

/** Nodes and lines of the canvas, as the stores have them; what has not changed stays the same object. */
export function useProjection(hovered: ConstructId | null): {
  readonly nodes: readonly CanvasNode[]
  readonly edges: readonly CanvasEdge[]
  readonly highlights: Highlights | null
} {
  const design = useDesign((state) => state.design)
  const selected = useDesign((state) => state.selection)
  const findings = useEngine((state) => state.findings.value)
  const verdict = useEngine((state) => state.verdict.value)
  const cursor = useEngine((state) => state.cursor)

  const found = usePart(lines).value

  const selection = useMemo(() => new Set(selected), [selected])
  const marks = useMemo(() => findingMarks(findings), [findings])
  // biome-ignore lint/correctness/useExhaustiveDependencies: moving things about leaves `constructs` and with them the way of a request
  const highlights = useMemo(
    () => found?.highlightsFor(verdict, cursor, found.createGround(design)) ?? null,
    [design.constructs, verdict, cursor, found],
  )

  const before = useRef<{ nodes?: ReadonlyMap<string, CanvasNode>; edges?: ReadonlyMap<string, CanvasEdge> }>({})
  const nodes = useMemo(
    () => projectNodes(design, { selection, marks, highlights }, before.current.nodes),
    [design, selection, marks, highlights],
  )
  const edges = useMemo(() => {
    const near = new Set(selected.length > MOST_NEAR ? [] : selected)
    if (hovered !== null) near.add(hovered)
    return projectEdges(design, { near, highlights, routing: found }, before.current.edges)
  }, [design, selected, hovered, highlights, found])
  useLayoutEffect(() => {
    before.current.nodes = new Map(nodes.map((node) => [node.id, node]))
    before.current.edges = new Map(edges.map((edge) => [edge.id, edge]))
  }, [nodes, edges])
  return { nodes, edges, highlights }
}
