import { type Catalogue, loadCatalogue } from '../core/aws/index.ts'
import type { Design } from '../core/model/index.ts'
import { compileTopology, type Topology } from '../core/topology/index.ts'
import { type QuestionTable, questions } from './questions.ts'

/** What answers are made with. Handed in, so that the conversation can be tested without a simulator. */
export interface EngineCore {
  loadCatalogue(): Promise<Catalogue>
  compileTopology(design: Design, catalogue: Catalogue): Topology
  readonly questions: QuestionTable
}

/** The core as it is. */
export const core: EngineCore = { loadCatalogue, compileTopology, questions }
