import type * as z from 'zod/mini'
import { compareText, sortedBy } from '../base/order.ts'
import { type Design, designFile } from './design.ts'
import { describeIssues } from './parse/describeIssues.ts'

const WIDTH = 120

/** The design as a file: constructs and positions sorted by id, every field written, fields in the order of the schema. Same design, same bytes. */
export function serialiseDesign(design: Design): string {
  const { constructs, layout, ...rest } = design
  const file = {
    ...rest,
    constructs: sortedBy(Object.values(constructs), (construct) => construct.id),
    layout: sortKeys(layout),
  }
  // The schema puts the fields in order and fills in what a design made by hand leaves out.
  const result = designFile.safeParse(file)
  if (!result.success) {
    const { path, message } = describeIssues(result.error.issues, file)[0]!
    throw new Error(`The design cannot be written: ${path} ${message}`)
  }
  for (const construct of result.data.constructs)
    if (construct.kind === 'account')
      construct.zones = sortKeys(
        Object.fromEntries(Object.entries(construct.zones).map(([region, map]) => [region, sortKeys(map)])),
      )
  if (result.data.deploy) result.data.deploy = sortedSettings(result.data.deploy)
  return `${formatJson(result.data, 0, 0)}\n`
}

type Settings = NonNullable<z.infer<typeof designFile>['deploy']>
const sortedSettings = (deploy: Settings): Settings => ({
  ...sortRecords(deploy),
  environments: deploy.environments.map(sortRecords),
})
/** The same with the members of each record sorted. */
const sortRecords = <T extends object>(members: T): T =>
  Object.fromEntries(
    Object.entries(members).map(([name, value]) => [
      name,
      typeof value === 'object' && !Array.isArray(value) ? sortKeys(value) : value,
    ]),
  ) as T

const sortKeys = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareText(a, b)))

/** JSON with two spaces of indentation, where what fits on one line stays on one line; `lead` is what stands before it there. */
function formatJson(value: unknown, indent: number, lead: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const line = formatLine(value)
  if (line !== null && indent + lead + line.length < WIDTH) return line
  const inner = ' '.repeat(indent + 2)
  const entries = Array.isArray(value)
    ? value.map((item) => inner + formatJson(item, indent + 2, 0))
    : entriesOf(value).map(([key, item]) => {
        const label = `${JSON.stringify(key)}: `
        return inner + label + formatJson(item, indent + 2, label.length)
      })
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${entries.join(',\n')}\n${' '.repeat(indent)}${close}`
}

/** The value on one line, or null when that would be too long anyway. */
function formatLine(value: object): string | null {
  const parts: string[] = []
  let length = 0
  for (const [key, item] of entriesOf(value)) {
    const text = typeof item === 'object' && item !== null ? formatLine(item) : JSON.stringify(item)
    if (text === null) return null
    const part = Array.isArray(value) ? text : `${JSON.stringify(key)}: ${text}`
    length += part.length + 2
    if (length > WIDTH) return null
    parts.push(part)
  }
  if (Array.isArray(value)) return `[${parts.join(', ')}]`
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

const entriesOf = (value: object): [string, unknown][] => Object.entries(value).filter(([, item]) => item !== undefined)
