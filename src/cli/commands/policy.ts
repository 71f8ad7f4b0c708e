import { evaluateCase } from '../../core/policy/index.ts'
import type { Command } from '../command.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { readText } from '../readText.ts'
import { Unusable } from '../unusable.ts'
import { proposePolicies } from './proposePolicies.ts'
import { runMayCreate } from './runMayCreate.ts'

/** The options of each of the three. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  evaluate: ['json'],
  'may-create': [...Object.keys(SOURCE_OPTIONS), 'json', 'role', 'construct', 'all', 'context'],
  propose: [...Object.keys(SOURCE_OPTIONS), 'json', 'requests', 'only', 'out'],
}

/**
 * `policy evaluate FILE.jsonl [--json]`: asks policies about calls, a case a line, without a design. Exit code 1 where a line is no case: it is
 * answered by the reason, in its place. `policy may-create SOURCE …`: see `runMayCreate.ts`; `policy propose SOURCE …`: see
 * `proposePolicies.ts`.
 */
export const policyCommand: Command = {
  usage: `policy evaluate FILE.jsonl [--json] | policy may-create SOURCE --role ROLE [--construct ID|--all] [--context KEY=VALUE …] [--json] ${SOURCE_USAGE} | policy propose SOURCE [--requests FILE.jsonl] [--only endpoint,resource,identity,groups,network] [--out DESIGN] [--json] ${SOURCE_USAGE}`,
  summary:
    'asks policies about calls, a case a line, without a design; whether a role may make the endpoints of one; or proposes the least policies by which requests pass and fail as they must',
  options: {
    ...SOURCE_OPTIONS,
    json: { type: 'boolean' },
    role: { type: 'string' },
    construct: { type: 'string' },
    all: { type: 'boolean' },
    context: { type: 'string', multiple: true },
    requests: { type: 'string' },
    only: { type: 'string' },
    out: { type: 'string' },
  },
  async run({ positionals: [what, file], values }, print) {
    const own = what !== undefined && Object.hasOwn(OPTIONS, what) ? OPTIONS[what] : undefined
    if (!own)
      throw new Unusable(
        `policy ${what ?? ''}: there are “policy evaluate”, “policy may-create” and “policy propose”; see hopwise help`,
      )
    const loose = Object.keys(values).find((one) => values[one] !== undefined && !own.includes(one))
    if (loose) throw new Unusable(`--${loose} is not of “policy ${what}”; see hopwise help`)
    if (what === 'may-create') return runMayCreate(file, values, print)
    if (what === 'propose') return proposePolicies(file, values, print)
    if (file === undefined) throw new Unusable('FILE.jsonl is missing; see hopwise help')
    const answers = answersTo(await readText(file), file)
    for (const answer of answers) print(values.json ? JSON.stringify(answer) : wordsOf(answer))
    return answers.some(({ error }) => error !== null) ? 1 : 0
  },
}

/** The flat, documented form of an answer: one JSON object, the same keys always. */
interface Answer {
  readonly id: unknown
  readonly verdict: string | null
  readonly why: string | null
  readonly deniedBy: readonly string[]
  readonly statements: readonly string[]
  readonly unknown: readonly string[]
  readonly error: string | null
}
const NONE = { verdict: null, why: null, deniedBy: [], statements: [], unknown: [] }

const answersTo = (text: string, file: string): readonly Answer[] =>
  text.split(/\r?\n/).flatMap((line, index): readonly Answer[] => {
    if (line.trim() === '') return []
    const place = `${file}:${index + 1}`
    try {
      return [answerTo(JSON.parse(line), index + 1, place)]
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      return [{ id: index + 1, ...NONE, error: `${place}: not JSON: ${error.message}` }]
    }
  })

function answerTo(value: unknown, number: number, place: string): Answer {
  const id = (value as { readonly id?: unknown } | null)?.id ?? number
  const result = evaluateCase(value)
  if (result.ok) return { id, ...result.answer, error: null }
  const reasons = result.problems.map(({ path, message }) => `${path ? `${path}: ` : ''}${message}`)
  return { id, ...NONE, error: `${place}: ${reasons.join('; ')}` }
}

function wordsOf({ id, verdict, why, deniedBy, statements, unknown, error }: Answer): string {
  const name = typeof id === 'string' ? id : JSON.stringify(id)
  if (error !== null) return `${name}: no case: ${error}`
  const by = deniedBy.length > 0 ? `, by ${deniedBy.join(', ')}` : ''
  const hangs = unknown.length > 0 ? `, hangs on ${unknown.join(', ')}` : ''
  const because = statements.length > 0 ? `: ${statements.join(' ')}` : ''
  return `${name}: ${verdict} (${why}${by}${hangs})${because}`
}
