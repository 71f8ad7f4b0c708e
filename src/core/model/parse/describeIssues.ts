import type { z } from 'zod/mini'
import { formatPath, type Problem } from './problem.ts'

type Issue = z.core.$ZodIssue

/** The schema's objections as sentences that name the place; `input` is the value that was looked at. */
export const describeIssues = (issues: readonly Issue[], input: unknown): readonly Problem[] =>
  issues.flatMap((issue) => describeIssue(issue, [], input))

function describeIssue(issue: Issue, above: readonly PropertyKey[], input: unknown): Problem[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = nearestBranch(issue.errors)
    if (nearest) return nearest.flatMap((inner) => describeIssue(inner, path, input))
  }
  if (issue.code === 'invalid_key')
    return [
      {
        path: formatPath(path.slice(0, -1)),
        message: `the key ${shown(path.at(-1))} ${issue.issues[0]?.message ?? 'is not a key'}`,
      },
    ]
  return [{ path: formatPath(path), message: messageOf(issue, valueAt(input, path)) }]
}

/** The branch of a union that the value was meant for: the one whose keys it has; null when no branch is nearer than another. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const meant = branches.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type'),
  )
  const unknownKeys = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 0), 0)
  const [first, second] = [...meant].sort((a, b) => unknownKeys(a) - unknownKeys(b))
  if (
    !first ||
    (second && unknownKeys(first) === unknownKeys(second) && first.some((issue) => issue.path.length === 0))
  )
    return null
  return first
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
}

function messageOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'custom':
      return issue.message
    case 'invalid_type':
      return value === undefined
        ? 'is missing'
        : `must be ${typeWords[issue.expected] ?? issue.expected}, not ${shown(value)}`
    case 'unrecognized_keys':
      return `has the unknown ${issue.keys.length === 1 ? 'key' : 'keys'} ${issue.keys.map(shown).join(', ')}`
    case 'invalid_value':
      return value === undefined ? 'is missing' : `must be ${oneOf(issue.values)}, not ${shown(value)}`
    case 'too_big':
      return issue.origin === 'array'
        ? `has more than ${issue.maximum} entries`
        : issue.origin === 'string'
          ? `is longer than ${issue.maximum} characters`
          : `must be at most ${issue.maximum}, not ${shown(value)}`
    case 'too_small':
      return issue.origin === 'array'
        ? `needs at least ${issue.minimum} entry`
        : `must be at least ${issue.minimum}, not ${shown(value)}`
    case 'invalid_format':
      return `${issue.message}, not ${shown(value)}`
    case 'invalid_union':
      if (value === undefined) return 'is missing'
      return 'options' in issue && issue.options
        ? `must be ${oneOf(issue.options)}, not ${shown(value)}`
        : `must be ${[...new Set(issue.errors.map(wantedBy))].join(', or ')}, not ${shown(value)}`
    default:
      return 'is not a value that fits here'
  }
}

/** What one branch of a union would have taken. */
function wantedBy(issues: readonly Issue[]): string {
  const [first] = issues
  if (first?.code === 'invalid_value') return oneOf(first.values)
  if (first?.code === 'invalid_format') return first.message.replace(/^must be /, '')
  if (first?.code !== 'invalid_type') return 'another value'
  return first.path.length === 0
    ? (typeWords[first.expected] ?? first.expected)
    : `an object with the key ${shown(String(first.path[0]))}`
}

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? shown(values[0]) : `one of ${values.map(shown).join(', ')}`

/** A value as it may stand in a message: short, and with its control characters made visible. */
function shown(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  const text = String(value)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is made visible
  const plain = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\ufffd')
  const short = plain.length > 60 ? `${plain.slice(0, 59)}…` : plain
  return typeof value === 'string' ? `“${short}”` : short
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}
