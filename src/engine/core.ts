import type { Catalogue } from '../core/aws/catalogue.ts'
import type { CheckContext, Finding } from '../core/checks/check.ts'
import type { ExportFormat, ExportResult } from '../core/export/types.ts'
import type { AccessRequest, Design } from '../core/model/design.ts'
import type { Verdict } from '../core/sim/verdict.ts'
import type { DerivedSection } from '../core/topology/derived.ts'
import type { Topology } from '../core/topology/topology.ts'
import type { Suggestion } from './protocol.ts'

/** The doors of the core that the engine opens. Handed in, so that the protocol can be tested without a simulator. */
export interface EngineCore {
  loadCatalogue(): Promise<Catalogue>
  compileTopology(design: Design, catalogue: Catalogue): Topology
  simulate(topology: Topology, request: AccessRequest): Verdict
  runChecks(context: CheckContext): readonly Finding[]
  deriveSections(design: Design, topology: Topology, id: string): readonly DerivedSection[]
  suggestDestinations(topology: Topology, from: string): readonly Suggestion[]
  exportDesign(design: Design, catalogue: Catalogue, format: ExportFormat): ExportResult
}
