import type { Design } from '../model/design.ts'
import type { Problem } from '../model/parse/problem.ts'
import type { ParsedFile } from './parseFile.ts'
import type { ImportReport } from './report.ts'

/** What files became: a design, with a report where it was made and not only read; or why there is none. */
export type Imported =
  | { readonly ok: true; readonly design: Design; readonly report: ImportReport | null }
  /** A clause that goes on behind the name of what was given; or what keeps a design file from being one. */
  | { readonly ok: false; readonly refusal: string | readonly [Problem, ...Problem[]] }

/** One kind of files that designs come from. Those of AWS become records, which `assemble` makes a design of. */
export interface Source {
  /** Whether these are such files. */
  fits(files: readonly ParsedFile[]): boolean
  /** Makes the design; `title` is what it is called where the files do not say it, `passedOver` what else there was. Never throws. */
  read(files: readonly ParsedFile[], title: string, passedOver: readonly string[]): Imported
}
