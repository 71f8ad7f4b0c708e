import type { Catalogue } from '../aws/catalogue.ts'
import type { Design } from '../model/design.ts'
import type { Problem } from '../model/parse/problem.ts'
import type { AskedParameter } from './cloudformation/parameters/askedParameters.ts'
import type { ParsedFile } from './parseFile.ts'
import type { ImportReport } from './report.ts'

/** What files became: a design, with a report where it was made and not only read; or why there is none. */
export type Imported =
  | {
      readonly ok: true
      readonly design: Design
      readonly report: ImportReport | null
      /** What could be asked for, where there are parameters. */
      readonly parameters?: readonly AskedParameter[]
      /** Whether the design was found in what Hopwise has exported of it. */
      readonly isExport?: boolean
    }
  /** A clause that goes on behind the name of what was given; or what keeps a design file from being one. */
  | {
      readonly ok: false
      readonly refusal: string | readonly [Problem, ...Problem[]]
      /** Values of these might change that. */
      readonly parameters?: readonly AskedParameter[]
      /** It is nothing that any source knows. */
      readonly isUnrecognised?: true
    }

/** What is known beside the files. */
export interface ImportOptions {
  /** Values of the parameters of a template, by their names; of one of several templates as `network.yaml:Name`. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Where it is absent, little is known of Regions and their zones. */
  readonly catalogue?: Catalogue
}

/** One kind of files that designs come from. Those of AWS become records, which `assemble` makes a design of. */
export interface Source {
  /** Whether these are such files. */
  fits(files: readonly ParsedFile[]): boolean
  /** Makes the design; `title` is what it is called where the files do not say it, `passedOver` what else there was. Never throws. */
  read(files: readonly ParsedFile[], title: string, passedOver: readonly string[], options: ImportOptions): Imported
}
