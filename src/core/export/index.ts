import type { Catalogue } from '../aws/catalogue.ts'
import type { Design } from '../model/index.ts'
import { RESERVED_NAMES } from './aws/choices.ts'
import { exportCli } from './cli/exportCli.ts'
import { exportCloudFormation } from './cloudformation/exportCloudFormation.ts'
import { type ExportPlan, planExport } from './plan/planExport.ts'
import type { ExportFormat, ExportOptions, ExportResult, Judged } from './types.ts'

export { EXPORT_FORMATS, isExportFormat } from './formats.ts'
export { MAY_EXIST } from './plan/existing.ts'
export { deploymentOf } from './text/deploymentOf.ts'
export type {
  ExpectedAnswer,
  ExportFile,
  ExportFinding,
  ExportFormat,
  ExportOptions,
  ExportRemark,
  ExportResult,
} from './types.ts'

const formats: {
  readonly [F in ExportFormat]: (design: Design, plan: ExportPlan, judged: Judged) => ExportResult
} = {
  cloudformation: exportCloudFormation,
  cli: exportCli,
}

/** The design as files that deploy it, and what could not be written. The same design gives the same bytes. */
export const exportDesign = (
  design: Design,
  catalogue: Catalogue,
  format: ExportFormat,
  { findings = [], answers = [], networkOnly = design.deploy?.networkOnly ?? false }: ExportOptions = {},
): ExportResult =>
  formats[format](design, planExport(design, catalogue, RESERVED_NAMES, networkOnly), { findings, answers })
