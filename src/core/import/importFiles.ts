import { cloudFormationSource } from './cloudformation/cloudFormationSource.ts'
import { type GivenFile, isOnItsOwn, titleOf } from './givenFile.ts'
import { parseFile } from './parseFile.ts'
import type { Imported, ImportOptions } from './source.ts'
import { recognise } from './sources.ts'
import { NOT_WORKED_OUT } from './terraform/howToShow.ts'
import { unpack } from './unpack.ts'

/**
 * Opens what a person has: a design file, or files, a folder or archives of CloudFormation templates or of what the AWS CLI printed. What it is, its
 * content says. Never throws.
 */
export function importFiles(given: readonly GivenFile[], options: ImportOptions = {}): Imported {
  try {
    return importGiven(given, options)
  } catch (error) {
    // Nobody foresaw it: more text than the engine holds in one piece, or less memory than it needs
    return { ok: false, refusal: `could not be read: ${(error as Error).message}` }
  }
}

function importGiven(given: readonly GivenFile[], options: ImportOptions): Imported {
  const passedOver: string[] = []
  const unpacked = unpack(given, (path) => passedOver.push(path))
  if (typeof unpacked === 'string') return { ok: false, refusal: unpacked }
  const files = unpacked.map(parseFile)
  if (files.length === 0) return { ok: false, refusal: refusalOf(passedOver) }
  const lookedAt = given.filter(({ isPassedOver }) => !isPassedOver)
  const hasParameters = Object.keys(options.parameters ?? {}).length > 0
  // with other values a template that Hopwise wrote is no longer what was drawn
  const asTemplate = hasParameters && cloudFormationSource.fits(files)
  const source = asTemplate ? cloudFormationSource : recognise(files, isOnItsOwn(lookedAt))
  if (source !== cloudFormationSource && hasParameters)
    return { ok: false, refusal: 'is no CloudFormation template, and has no parameters' }
  return source.read(files, titleOf(lookedAt), passedOver, options)
}

/** What is said of a folder of which nothing is read. */
const refusalOf = (passedOver: readonly string[]): string =>
  passedOver.some((path) => /\.(?:tf|tofu)$/i.test(path)) ? NOT_WORKED_OUT : 'holds no .json or .yaml file'
