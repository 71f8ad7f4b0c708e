import { groupBy } from '../base/groupBy.ts'

/** Where something stands in what was imported: `index` counts from 0 in the list under `key`. */
export interface ImportPlace {
  readonly file: string
  readonly key: string | null
  readonly index: number | null
  /** Counted from 1, where the file is written by hand. */
  readonly line?: number
}

/**
 * `unreadable`: a file that is no JSON, or not AWS's; `skipped`: a record that is not in the design; `unknown`: something that the files do not
 * say; `assumed`: something that was taken for granted; `unused`: what was read and is of no use here.
 */
export type ImportNoteKind = 'unreadable' | 'skipped' | 'unknown' | 'assumed' | 'unused'
/** One line of the report, with its place where it has one. */
export interface ImportNote {
  readonly kind: ImportNoteKind
  readonly message: string
  readonly place: ImportPlace | null
  /** How many places of the design name what it is about. */
  readonly hangs: number
  /** What the report says of each resource says this too. */
  readonly isOfResources?: true
}

/** A call of the AWS CLI whose output was missing, and what it would say. */
export interface MissingCommand {
  readonly command: string
  readonly why: string
  readonly account: string | null
  /** null = of no Region, or of one that the files do not name. */
  readonly region: string | null
  /** How many places of the design hang on it, and in words: `17 route targets, 4 subnets`; '' for none. */
  readonly hangs: number
  readonly effect: string
}

/**
 * `construct`: it is drawn; `part`: it says something of what is drawn, as a route does; `aside`: no packet meets it; `left`: it should be drawn, and is
 * not; `unread`: what it changes is not known; `off`: its condition says that it is not there, or the plan takes it away.
 */
export type ResourceFate = 'construct' | 'part' | 'aside' | 'left' | 'unread' | 'off'

/** A resource of a template, a plan or a state, and what became of it. */
export interface ImportedResource {
  /** Its logical id behind those of the stacks that it is nested in, or its address. */
  readonly id: string
  /** `AWS::EC2::VPC`, `aws_vpc`, `data.aws_vpc`. */
  readonly type: string
  readonly place: ImportPlace
  readonly fate: ResourceFate
  /** The construct that it is, where that has another id. */
  readonly construct?: string
  /** Its properties that could not be worked out, and why: a clause. */
  readonly open: readonly { readonly property: string; readonly reason: string }[]
}

/** What became of the files. */
export interface ImportReport {
  readonly files: number
  /** Kind -> how many are in the design. */
  readonly constructs: Readonly<Record<string, number>>
  readonly notes: readonly ImportNote[]
  /** Kind -> how many notes there are beyond those listed. */
  readonly more: Readonly<Partial<Record<ImportNoteKind, number>>>
  readonly missing: readonly MissingCommand[]
  /** Of templates, plans and states: every resource, and what became of it. */
  readonly resources?: readonly ImportedResource[]
}

/** More notes of a kind than this help nobody. */
const MOST_NOTES = 1000

/** Collects the notes of one import. */
export interface NoteTaker {
  readonly notes: ImportNote[]
  readonly counts: Record<ImportNoteKind, number>
  readonly seen: Set<string>
}

export const createNoteTaker = (): NoteTaker => ({
  notes: [],
  counts: { unreadable: 0, skipped: 0, unknown: 0, assumed: 0, unused: 0 },
  seen: new Set(),
})

/** Kind -> how many were not written down, there being so many. */
export const moreNotesOf = ({ counts }: NoteTaker): ImportReport['more'] =>
  Object.fromEntries(Object.entries(counts).flatMap(([kind, n]) => (n > MOST_NOTES ? [[kind, n - MOST_NOTES]] : [])))

/** Writes a note down, once. */
export function takeNote(
  taker: NoteTaker,
  kind: ImportNoteKind,
  message: string,
  place: ImportPlace | null,
  more: Pick<ImportNote, 'isOfResources'> = {},
): void {
  const key = `${kind} ${message} ${place?.file} ${place?.key} ${place?.index} ${place?.line}`
  if (taker.seen.has(key)) return
  if (++taker.counts[kind] > MOST_NOTES) return
  taker.seen.add(key)
  taker.notes.push({ kind, message, place, hangs: 0, ...more })
}

/** A place in words: `us-east-1/Vpcs.json, Vpcs[3]`, `network.yaml, Vpc, line 12`. */
export function describeFilePlace({ file, key, index, line }: ImportPlace): string {
  const inside = key === null ? '' : `, ${key}${index === null ? '' : `[${index}]`}`
  return `${file}${inside}${line === undefined ? '' : `, line ${line}`}`
}

/** What each kind of note is called, as a heading. */
export const NOTE_HEADINGS: Readonly<Record<ImportNoteKind, string>> = {
  unreadable: 'Files that could not be read',
  skipped: 'Left out of the design',
  unknown: 'Not known',
  assumed: 'Taken for granted',
  unused: 'Read, and not used',
}

/** The whole report as lines of text. */
export function reportLines(report: ImportReport): readonly string[] {
  const lines = [summaryOf(report)]
  for (const kind of Object.keys(NOTE_HEADINGS) as ImportNoteKind[]) {
    const notes = report.notes.filter((note) => note.kind === kind)
    if (notes.length === 0) continue
    lines.push('', `${NOTE_HEADINGS[kind]}:`)
    for (const note of notes)
      lines.push(`- ${note.message}${hangsWords(note)}${note.place ? ` (${describeFilePlace(note.place)})` : ''}`)
    const more = report.more[kind] ?? 0
    if (more > 0) lines.push(`- … and ${more} more.`)
  }
  if (report.missing.length > 0)
    lines.push('', 'What these commands of the AWS CLI would say was missing, what most hangs on first:')
  for (const { title, commands } of missingByPlace(report)) {
    lines.push('', `${title}:`)
    for (const one of commands)
      lines.push(`- ${one.command}`, `    ${[one.why, sayEffect(one)].filter(Boolean).join('; ')}`)
  }
  return lines
}

/** `17 route targets, 4 subnets hang on this`; '' where nothing does. */
export const sayEffect = ({ hangs, effect }: Pick<MissingCommand, 'hangs' | 'effect'>): string =>
  effect === '' ? '' : `${effect} ${hangs === 1 ? 'hangs' : 'hang'} on this`

/** `; 3 places of the design name it`; '' where none does. */
export const hangsWords = ({ hangs }: Pick<ImportNote, 'hangs'>): string =>
  hangs === 0
    ? ''
    : `; ${hangs === 1 ? 'one place' : `${hangs} places`} of the design ${hangs === 1 ? 'names' : 'name'} it`

/** The missing commands by account and Region, those places first that most hangs on, and so the commands of each. */
export function missingByPlace({ missing }: Pick<ImportReport, 'missing'>): readonly {
  readonly title: string
  readonly commands: readonly MissingCommand[]
}[] {
  const places = groupBy(missing, ({ account, region }) => {
    const parts = [account === null ? [] : `Account ${account}`, region ?? []].flat()
    return parts.length === 0 ? 'Account and Region not named in the files' : parts.join(', ')
  })
  const weightOf = (commands: readonly MissingCommand[]) => commands.reduce((sum, { hangs }) => sum + hangs, 0)
  return [...places]
    .map(([title, commands]) => ({ title, commands: eachOnce([...commands].sort((a, b) => b.hangs - a.hangs)) }))
    .sort((a, b) => weightOf(b.commands) - weightOf(a.commands))
}

/** How many notes there are of a kind, those that are not listed too. */
export const countOf = ({ notes, more }: Pick<ImportReport, 'notes' | 'more'>, kind: ImportNoteKind): number =>
  notes.filter((note) => note.kind === kind).length + (more[kind] ?? 0)

/** Two reasons for one call are one call to make. */
const eachOnce = (commands: readonly MissingCommand[]): readonly MissingCommand[] =>
  commands.filter(({ command }, at) => commands.findIndex((one) => one.command === command) === at)

/** One sentence on what came of it. */
export function summaryOf(report: ImportReport): string {
  const { files, constructs } = report
  const total = Object.values(constructs).reduce((sum, count) => sum + count, 0)
  const [skipped, unreadable] = [countOf(report, 'skipped'), countOf(report, 'unreadable')]
  const parts = [
    `${files} ${files === 1 ? 'file' : 'files'} read, ${total} ${total === 1 ? 'construct' : 'constructs'} drawn`,
  ]
  if (skipped > 0) parts.push(`${skipped} ${skipped === 1 ? 'record' : 'records'} left out`)
  if (unreadable > 0) parts.push(`${unreadable} ${unreadable === 1 ? 'file' : 'files'} not readable`)
  return `${parts.join(', ')}.`
}
