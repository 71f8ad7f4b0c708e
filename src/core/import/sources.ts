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

/** What the files are; null where nothing fits. */
export const recognise = (files: readonly ParsedFile[]): Source | null =>
  SOURCES.find((source) => source.fits(files)) ?? null

/** Says what is wrong with files that nothing fits: with one on its own as a design, with a folder as output of the AWS CLI. */
export const refusing = (isOnItsOwn: boolean): Source => (isOnItsOwn ? designSource : describeSource)
