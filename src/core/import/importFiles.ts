import { cloudFormationSource } from './cloudformation/cloudFormationSource.ts'
import { type GivenFile, isOnItsOwn, titleOf } from './givenFile.ts'
import { type ParsedFile, parseFile } from './parseFile.ts'
import type { Imported, ImportOptions } from './source.ts'
import { recognise, refusing } from './sources.ts'
import { NOT_WORKED_OUT } from './terraform/howToShow.ts'
import { unpack } from './unpack.ts'

/** How far an import has come, in bytes of text; what follows on reading takes no less time. */
export interface ImportProgress {
  readonly done: number
  readonly total: number
}

/**
 * Opens what a person has: a design file, or files, a folder or archives of CloudFormation templates, of Terraform’s JSON or of what the AWS CLI
 * printed. What it is, its content says. Never throws.
 */
export function importFiles(given: readonly GivenFile[], options: ImportOptions = {}): Imported {
  const steps = importStepwise(given, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in steps, between which one may wait, or leave it at that. */
export function* importStepwise(
  given: readonly GivenFile[],
  options: ImportOptions = {},
): Generator<ImportProgress, Imported, void> {
  try {
    return yield* importGiven(given, options)
  } catch (error) {
    // Nobody foresaw it: more text than the engine holds in one piece, or less memory than it needs
    return { ok: false, refusal: `could not be read: ${(error as Error).message}` }
  }
}

function* importGiven(given: readonly GivenFile[], options: ImportOptions): Generator<ImportProgress, Imported, void> {
  const passedOver: string[] = []
  const unpacked = unpack(given, (path) => passedOver.push(path))
  if (typeof unpacked === 'string') return { ok: false, refusal: unpacked }
  const total = 2 * unpacked.reduce((sum, { text }) => sum + text.length, 0)
  const files: ParsedFile[] = []
  let done = 0
  for (const file of unpacked) {
    yield { done, total }
    files.push(parseFile(file))
    done += file.text.length
  }
  if (files.length === 0) return { ok: false, refusal: refusalOf(passedOver) }
  yield { done, total }
  const lookedAt = given.filter(({ isPassedOver }) => !isPassedOver)
  const hasParameters = Object.keys(options.parameters ?? {}).length > 0
  // with other values a template that Hopwise wrote is no longer what was drawn
  const asTemplate = hasParameters && cloudFormationSource.fits(files)
  const known = asTemplate ? cloudFormationSource : recognise(files)
  if (known !== cloudFormationSource && hasParameters)
    return { ok: false, refusal: 'is no CloudFormation template, and has no parameters' }
  const source = known ?? refusing(isOnItsOwn(lookedAt))
  const imported = source.read(files, titleOf(lookedAt), passedOver, options)
  return known === null && !imported.ok ? { ...imported, isUnrecognised: true } : imported
}

/** What is said of a folder of which nothing is read. */
const refusalOf = (passedOver: readonly string[]): string =>
  passedOver.some((path) => /\.(?:tf|tofu)$/i.test(path)) ? NOT_WORKED_OUT : 'holds no .json or .yaml file'
