import { sortedBy } from '../../base/index.ts'
import { planTidy } from '../../layout/index.ts'
import {
  type Construct,
  constructKinds,
  type Design,
  FORMAT,
  MOST_CONSTRUCTS,
  type Placement,
  VERSION,
} from '../../model/index.ts'
import { constructSchema } from '../../model/kinds/registry.ts'
import { createImporting, type Importing, note } from './importing.ts'
import { missingCommands } from './missing.ts'
import { learnZones } from './readers/subnets.ts'
import { READERS, type Reader } from './readers.ts'
import { type Entry, readFiles, type SourceFile } from './readFiles.ts'
import { createNoteTaker, type ImportReport } from './report.ts'
import { NO_ACCOUNT } from './whereabouts.ts'

/** What came of an import: the design is whole whatever the files were like, and the report says what is not in it. */
export interface ImportResult {
  readonly design: Design
  readonly report: ImportReport
}

/** How the note on a record begins that no reader was prepared for; tests look for it. */
export const STUMBLED = 'The record is of a shape that could not be read'

/** Keys whose records are read. */
const KNOWN: ReadonlySet<string> = new Set(READERS.map(({ key }) => key))
/** As the format has it. */
const MOST_COORDINATE = 1e6
const ID_MEMBERS = Object.fromEntries(READERS.map(({ key, id }) => [key, id]))

/**
 * Makes a design of what the AWS CLI printed. File names do not matter, the top-level keys do; folders named as an account or a Region say where
 * their files are from. AWS's ids become construct ids. Never throws.
 */
export function importDescribe(files: readonly SourceFile[], title = 'Imported network'): ImportResult {
  const taker = createNoteTaker()
  const importing = createImporting(readFiles(files, KNOWN, taker), ID_MEMBERS, taker)
  learnZones(importing)
  for (const { key, read } of READERS)
    if (read) for (const entry of importing.records(key)) readSafely(importing, read, entry)
  addAccounts(importing)
  const design = assemble(importing, title)
  const constructs: Record<string, number> = {}
  for (const { kind } of Object.values(design.constructs)) constructs[kind] = (constructs[kind] ?? 0) + 1
  return {
    design,
    report: {
      files: files.length,
      constructs,
      notes: taker.notes,
      moreNotes: taker.more,
      missing: missingCommands(importing),
    },
  }
}

/** A record that a reader stumbles over is one that cannot be read: the rest goes on, and the report says so. */
function readSafely(importing: Importing, read: NonNullable<Reader['read']>, entry: Entry): void {
  try {
    read(entry, importing)
  } catch (error) {
    note(importing, 'skipped', `${STUMBLED}: ${(error as Error).message}`, entry.place)
  }
}

/** Accounts come last: their zones are known then. */
function addAccounts(importing: Importing): void {
  for (const [number, regions] of importing.zones) {
    const zones = Object.fromEntries(
      [...regions].flatMap(([region, names]) => (names.size > 0 ? [[region, Object.fromEntries(names)]] : [])),
    )
    const id = number === '' ? NO_ACCOUNT : `account-${number}`
    const name = number === '' ? 'Account not named in the files' : `Account ${number}`
    const read = constructSchema.safeParse({ kind: 'account', id, name, accountId: number || '000000000000', zones })
    if (read.success) importing.constructs.set(id, read.data)
    else
      importing.constructs.set(
        id,
        constructSchema.parse({ kind: 'account', id, name, accountId: number || '000000000000' }),
      )
  }
}

function assemble(importing: Importing, title: string): Design {
  const all = [...importing.constructs.values()]
  if (all.length > MOST_CONSTRUCTS) {
    note(importing, 'skipped', `${all.length - MOST_CONSTRUCTS} constructs more than a design holds`)
    const rank = new Map(constructKinds.map((kind, index) => [kind, index]))
    all.sort((a, b) => rank.get(a.kind)! - rank.get(b.kind)!)
  }
  const constructs: Record<string, Construct> = {}
  for (const construct of sortedBy(all.slice(0, MOST_CONSTRUCTS), ({ id }) => id)) constructs[construct.id] = construct
  const design: Design = {
    format: FORMAT,
    version: VERSION,
    title,
    description: 'Imported from what the AWS CLI printed.',
    rulesAsOf: 'latest',
    constructs,
    requests: [],
    layout: {},
  }
  return { ...design, layout: layoutOf(design) }
}

/** Positions of everything; a drawing that is larger than a file may say is left to whoever opens it. */
function layoutOf(design: Design): Design['layout'] {
  const layout: Record<string, Placement> = {}
  for (const edit of planTidy(design)) {
    if (edit.kind !== 'place' || !edit.placement) continue
    const { x, y, width = 0, height = 0 } = edit.placement
    if (Math.max(x, y, width, height) > MOST_COORDINATE) return {}
    layout[edit.id] = edit.placement
  }
  return layout
}
