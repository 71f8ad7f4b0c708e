import { type Catalogue, loadCatalogue } from '../core/aws/index.ts'
import { type CheckContext, type Finding, runChecks } from '../core/checks/index.ts'
import { type ExportFormat, type ExportResult, exportDesign } from '../core/export/index.ts'
import { type ImportResult, importDescribe, type SourceFile } from '../core/import/index.ts'
import type { AccessRequest, Design } from '../core/model/index.ts'
import { decide, simulate, suggestDestinations, type Verdict } from '../core/sim/index.ts'
import { compileTopology, type DerivedSection, deriveSections, type Topology } from '../core/topology/index.ts'
import type { Suggestion } from './protocol.ts'

/** The doors of the core that the engine opens. Handed in, so that the protocol can be tested without a simulator. */
export interface EngineCore {
  loadCatalogue(): Promise<Catalogue>
  compileTopology(design: Design, catalogue: Catalogue): Topology
  simulate(topology: Topology, request: AccessRequest): Verdict
  /** As `simulate`, without the trace: several times as fast. */
  decide(topology: Topology, request: AccessRequest): Verdict
  runChecks(context: CheckContext): readonly Finding[]
  deriveSections(design: Design, topology: Topology, id: string): readonly DerivedSection[]
  suggestDestinations(topology: Topology, from: string): readonly Suggestion[]
  exportDesign(design: Design, catalogue: Catalogue, format: ExportFormat): ExportResult
  importDescribe(files: readonly SourceFile[], title: string): ImportResult
}

/** The core as it is. */
export const core: EngineCore = {
  loadCatalogue,
  compileTopology,
  simulate,
  decide,
  runChecks,
  deriveSections,
  suggestDestinations,
  exportDesign,
  importDescribe,
}
