import { cloudFormationSource } from './cloudformation/cloudFormationSource.ts'
import { describeSource } from './describe/describeSource.ts'
import { designSource } from './designSource.ts'
import { exportedSource } from './exportedSource.ts'
import type { ParsedFile } from './parseFile.ts'
import type { Source } from './source.ts'
import { terraformSource } from './terraform/terraformSource.ts'

/** Everything that can be opened or imported, the first that fits counts. A new source is a line here. */
export const SOURCES: readonly Source[] = [
  designSource,
  exportedSource,
  cloudFormationSource,
  terraformSource,
  describeSource,
]

/** What the files are. Where nothing fits, a file on its own is told what is wrong with it as a design, a folder as output of the AWS CLI. */
export const recognise = (files: readonly ParsedFile[], isOnItsOwn: boolean): Source =>
  SOURCES.find((source) => source.fits(files)) ?? (isOnItsOwn ? designSource : describeSource)
