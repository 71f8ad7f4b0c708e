import { formatCount } from '../../base/formatCount.ts'
import { type Design, type DesignFile, designFile, FORMAT, MOST_CONSTRUCTS, VERSION } from '../design.ts'
import type { Construct, ConstructId } from '../kinds/registry.ts'
import { liftDocument } from '../migrations/liftDocument.ts'
import { describeIssues } from './describeIssues.ts'
import { locateJsonError } from './locateJsonError.ts'
import type { Problem } from './problem.ts'

/** A design, or everything that keeps the text from being one. */
export type ParseResult =
  | { readonly ok: true; readonly design: Design }
  | { readonly ok: false; readonly problems: readonly [Problem, ...Problem[]] }

/** Texts longer than this are not looked at. */
export const MOST_CHARACTERS = 64 * 1024 * 1024
const MOST_PROBLEMS = 50

/** Reads a design file. Dangling references and values that AWS would refuse are findings, not problems: nothing drawn is lost. */
export function parseDesign(text: string): ParseResult {
  if (text.length > MOST_CHARACTERS)
    return failure(
      '',
      `The file is too large: ${formatCount(Math.ceil(text.length / 1048576))} MB, and Hopwise reads up to ${MOST_CHARACTERS / 1048576} MB.`,
    )
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  if (json.trim() === '') return failure('', 'The file is empty.')
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    const place = locateJsonError(json)
    if (!place) return failure('', `The file is not JSON: ${(error as Error).message}.`)
    return failure('', `The file is not JSON: line ${place.line}, column ${place.column}: ${place.message}.`)
  }
  return parseDesignValue(value)
}

/** As `parseDesign`, for a value that has been read from JSON already. */
export function parseDesignValue(value: unknown): ParseResult {
  if (
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    !('format' in value) ||
    value.format !== FORMAT
  )
    return failure('format', `This is not a Hopwise design: its “format” should be “${FORMAT}”.`)
  const version = 'version' in value ? value.version : undefined
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return failure('version', 'This design does not say its version: “version” should be a whole number from 1.')
  if (version > VERSION)
    return failure(
      'version',
      `This design was made by a newer Hopwise (version ${version}; this one reads up to ${VERSION}).`,
    )
  const document = liftDocument(value as Readonly<Record<string, unknown>>, version, VERSION)
  if (Array.isArray(document.constructs) && document.constructs.length > MOST_CONSTRUCTS)
    return failure(
      'constructs',
      `The design has ${formatCount(document.constructs.length)} constructs; Hopwise reads up to ${formatCount(MOST_CONSTRUCTS)}.`,
    )
  const result = designFile.safeParse(document)
  if (!result.success) return refuse(nameConstructs(describeIssues(result.error.issues, document), document.constructs))
  const twice = findRepeatedIds(result.data)
  return twice.length > 0 ? refuse(twice) : { ok: true, design: assemble(result.data) }
}

const failure = (path: string, message: string): ParseResult => ({ ok: false, problems: [{ path, message }] })

function refuse(problems: readonly Problem[]): ParseResult {
  const shown = problems.slice(0, MOST_PROBLEMS)
  if (problems.length > shown.length)
    shown.push({ path: '', message: `and ${formatCount(problems.length - shown.length)} more` })
  return { ok: false, problems: shown as [Problem, ...Problem[]] }
}

/** Adds the id of the construct that a problem is in: its place in a long list says little. */
function nameConstructs(problems: readonly Problem[], list: unknown): readonly Problem[] {
  if (!Array.isArray(list)) return problems
  return problems.map(({ path, message }) => {
    const [, index, rest] = /^constructs\[(\d+)\](.*)$/.exec(path) ?? []
    const id: unknown = index && list[Number(index)]?.id
    return typeof id === 'string' && rest !== '.id'
      ? { path, message: `${message} (in “${id.slice(0, 60)}”)` }
      : { path, message }
  })
}

function findRepeatedIds(file: DesignFile): Problem[] {
  return [...repeated('constructs', file.constructs), ...repeated('requests', file.requests)]
}

function* repeated(list: string, items: readonly { readonly id: string }[]): Iterable<Problem> {
  const first = new Map<string, number>()
  for (const [index, { id }] of items.entries()) {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, index)
    else yield { path: `${list}[${index}].id`, message: `“${id}” is the id of ${list}[${earlier}] already` }
  }
}

function assemble({ constructs: list, layout: places, ...rest }: DesignFile): Design {
  const constructs: Record<ConstructId, Construct> = {}
  for (const construct of list) constructs[construct.id] = construct
  // A position without its construct says nothing; edits rely on there being none.
  const layout = Object.fromEntries(Object.entries(places).filter(([id]) => Object.hasOwn(constructs, id)))
  return { ...rest, constructs, layout }
}
