import { listWords } from '../../base/words.ts'
import type { Design } from '../../model/design.ts'
import { isTemplate } from '../cloudformation/template/isTemplate.ts'
import { describeSource } from '../describe/describeSource.ts'
import { isFields, plain } from '../fields.ts'
import type { ParsedFile } from '../parseFile.ts'
import { createNoteTaker, moreNotesOf, type NoteTaker, takeNote } from '../report.ts'
import type { Imported } from '../source.ts'
import { openDesignFile } from './openDesignFile.ts'
import { readSeal } from './readSeal.ts'
import { unpackDesign } from './unpackDesign.ts'

const isDesignFile = ({ value }: ParsedFile): boolean => isFields(value) && 'format' in value
const sealOf = (file: ParsedFile) => (file.problem === null && isTemplate(file) ? readSeal(file.value) : null)

/** Whether files are what Hopwise writes for one design: its design file among others, or templates that have it in them, unchanged. */
export function isExport(files: readonly ParsedFile[]): boolean {
  if (files.some(isDesignFile)) {
    const others = files.filter((file) => !isDesignFile(file) && !isTemplate(file))
    return others.length === 0 || !describeSource.fits(others)
  }
  const seals = files.filter(isTemplate).map(sealOf)
  return seals.length > 0 && seals.every((seal) => seal?.isChanged === false && seal.packed === seals[0]!.packed)
}

/** The design that an export was written of. It has a report only where something of the export is not in the design. */
export function openExport(files: readonly ParsedFile[]): Imported {
  const drawings = files.filter(isDesignFile)
  if (drawings.length > 1)
    return { ok: false, refusal: `holds several designs: ${namesOf(drawings)}. Open one of them by itself` }
  const opened = drawings.length === 1 ? openDesignFile(drawings[0]!) : openTemplate(files)
  if (!opened.ok) return opened
  const taker = createNoteTaker()
  tellOthers(
    taker,
    files.filter((file) => !isDesignFile(file)),
    drawings[0] ?? null,
  )
  return {
    ...opened,
    isExport: true,
    report: taker.notes.length > 0 ? reportOf(files.length, opened.design, taker) : null,
  }
}

function openTemplate(files: readonly ParsedFile[]): Imported {
  const template = files.find(isTemplate)!
  const design = unpackDesign(readSeal(template.value)!.packed)
  return typeof design === 'string'
    ? { ok: false, refusal: `is a template of Hopwise whose design cannot be read: ${design}` }
    : { ok: true, design, report: null }
}

/** What of the files is not in the design that was opened. */
function tellOthers(taker: NoteTaker, others: readonly ParsedFile[], drawing: ParsedFile | null): void {
  for (const file of others) {
    const place = { file: file.path, key: null, index: null }
    if (file.problem !== null) takeNote(taker, 'unreadable', file.problem, place)
    else if (isTemplate(file) && drawing !== null) {
      const seal = readSeal(file.value)
      if (seal?.isChanged)
        takeNote(
          taker,
          'unused',
          'This template was changed since Hopwise wrote it, and the design is opened as it was before: open the template by itself to see what it says now',
          place,
        )
      else if (seal === null)
        takeNote(taker, 'unused', 'This template was not read, a design being there: open it by itself', place)
    }
  }
}

const namesOf = (files: readonly ParsedFile[]): string =>
  listWords(files.slice(0, 10).map(({ path }) => plain(path, 120)))

function reportOf(files: number, design: Design, taker: NoteTaker) {
  const constructs: Record<string, number> = {}
  for (const { kind } of Object.values(design.constructs)) constructs[kind] = (constructs[kind] ?? 0) + 1
  return { files, constructs, notes: taker.notes, more: moreNotesOf(taker), missing: [] }
}
