import type { Catalogue } from '../../src/core/aws/index.ts'
import { runChecks } from '../../src/core/checks/index.ts'
import { EXPORT_FORMATS, exportDesign } from '../../src/core/export/index.ts'
import { serialiseDesign } from '../../src/core/model/index.ts'
import { compileTopology } from '../../src/core/topology/index.ts'
import { generateDesign } from './generateDesign.ts'
import { timeMs } from './measureCore.ts'

export interface ExportFigures {
  readonly constructs: number
  /** Writing the design file alone: what exports are held against, whatever the machine does beside. */
  readonly designMs: number
  readonly checksMs: number
  /** By the label of the format. */
  readonly formatMs: Readonly<Record<string, number>>
}

/** Times what the worker does for an export of a generated design of about `size` constructs. */
export function measureExport(size: number, catalogue: Catalogue): ExportFigures {
  const design = generateDesign(size)
  const topology = compileTopology(design, catalogue)
  return {
    constructs: Object.keys(design.constructs).length,
    designMs: bestOf(() => serialiseDesign(design)),
    checksMs: bestOf(() => runChecks({ design, catalogue, topology })),
    formatMs: Object.fromEntries(
      EXPORT_FORMATS.map(({ id, label }) => [label, bestOf(() => exportDesign(design, catalogue, id))]),
    ),
  }
}

/** The best of eleven rounds after a warm-up. */
function bestOf(work: () => unknown): number {
  for (let i = 0; i < 3; i++) work()
  return Math.min(...Array.from({ length: 11 }, () => timeMs(work)))
}
