import { evaluateCase } from '../../core/policy/index.ts'
import type { Command } from '../command.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { readText } from '../readText.ts'
import { Unusable } from '../unusable.ts'
import { runMayCreate } from './runMayCreate.ts'

/**
 * `policy evaluate FILE.jsonl [--json]`: asks policies about calls, a case a line, without a design. Exit code 1 where a line is no case: it is
 * answered by the reason, in its place. `policy may-create SOURCE …`: see `runMayCreate.ts`.
 */
export const policyCommand: Command = {
  usage: `policy evaluate FILE.jsonl [--json] | policy may-create SOURCE --role ROLE [--construct ID|--all] [--context KEY=VALUE …] [--json] ${SOURCE_USAGE}`,
  summary:
    'asks policies about calls, a case a line, without a design; or whether a role may make the endpoints of one',
  options: {
    ...SOURCE_OPTIONS,
    json: { type: 'boolean' },
    role: { type: 'string' },
    construct: { type: 'string' },
    all: { type: 'boolean' },
    context: { type: 'string', multiple: true },
  },
  async run({ positionals: [what, file], values }, print) {
    if (what === 'may-create') return runMayCreate(file, values, print)
    if (what !== 'evaluate')
      throw new Unusable(`policy ${what ?? ''}: there are “policy evaluate” and “policy may-create”; see hopwise help`)
    const [loose] = (['role', 'construct', 'all', 'context'] as const).filter((one) => values[one] !== undefined)
    if (loose) throw new Unusable(`--${loose} is of “policy may-create”; see hopwise help`)
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
