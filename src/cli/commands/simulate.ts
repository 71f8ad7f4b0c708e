import { loadCatalogue } from '../../core/aws/index.ts'
import { type AccessRequest, type Design, type Problem, parseRequest } from '../../core/model/index.ts'
import { decide, simulate, type Verdict } from '../../core/sim/index.ts'
import { compileTopology, type Topology } from '../../core/topology/index.ts'
import { asLogicalId } from '../asLogicalId.ts'
import type { Command, Given } from '../command.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { loadSource } from '../loadSource.ts'
import { printTrace } from '../printTrace.ts'
import { readText } from '../readText.ts'
import { Unusable } from '../unusable.ts'

/**
 * `simulate SOURCE --requests FILE.jsonl --json`, or one request with `--from --to --protocol --port`. Exit code 1 where a line of the file is no
 * request: it is answered by the reason, in its place.
 */
export const simulateCommand: Command = {
  usage: `simulate SOURCE (--requests FILE.jsonl [--json] | --from WHO --to WHERE [--protocol tcp|udp|icmp] [--port N] [--json]) ${SOURCE_USAGE}`,
  summary: 'answers requests: a line of JSON each, or one in words with every hop',
  options: {
    ...SOURCE_OPTIONS,
    requests: { type: 'string' },
    json: { type: 'boolean' },
    from: { type: 'string' },
    to: { type: 'string' },
    protocol: { type: 'string' },
    port: { type: 'string' },
  },
  async run(given, print) {
    const design = await loadSource(required(given.positionals[0], 'SOURCE'), given.values)
    const topology = compileTopology(design, await loadCatalogue())
    const file = given.values.requests
    if (typeof file === 'string') {
      const lines = readRequests(await readText(file), file)
      const [first] = lines
      if (typeof first?.request === 'string' && lines.every(({ request }) => typeof request === 'string'))
        throw new Unusable(first.request)
      for (const line of lines) print(given.values.json ? jsonOf(topology, design, line) : wordsOf(topology, line))
      return lines.some(({ request }) => typeof request === 'string') ? 1 : 0
    }
    return answerOne(topology, design, oneRequest(given), given.values.json === true, print)
  },
}

function answerOne(
  topology: Topology,
  design: Design,
  request: AccessRequest,
  json: boolean,
  print: (line: string) => void,
): 0 {
  const verdict = simulate(topology, request)
  if (json) print(JSON.stringify(toJson(design, 'request', verdict)))
  else for (const line of printTrace(verdict, design)) print(line)
  return 0
}

/** The flat, documented form of a verdict: one JSON object, the same keys always. */
function toJson(design: Design, id: unknown, verdict: Verdict): Record<string, unknown> {
  return {
    id,
    verdict: verdict.kind,
    symptom: verdict.symptom,
    code: verdict.code,
    decidedBy: verdict.decidedBy && {
      ...verdict.decidedBy,
      construct: asLogicalId(design, verdict.decidedBy.construct),
    },
    path: verdict.path,
    answers: verdict.answers,
    via: verdict.via.map((construct) => design.constructs[construct]?.name ?? construct),
  }
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new Unusable(`${name} is missing; see hopwise help`)
  return value
}

function oneRequest({ values }: Given): AccessRequest {
  if (typeof values.from !== 'string' || typeof values.to !== 'string')
    throw new Unusable('give --requests FILE.jsonl, or --from and --to; see hopwise help')
  const port = typeof values.port === 'string' ? Number(values.port) : null
  const protocol = values.protocol ?? 'tcp'
  const given = { from: values.from, to: values.to, protocol, port: port ?? (protocol === 'icmp' ? null : 443) }
  const result = parseRequest(given)
  if (!result.ok) throw new Unusable(`the request: ${reasonOf(result.problems)}`)
  return result.request
}

/** A line of a file of requests; in place of the request the reason where it is none, which costs that line alone. */
interface RequestLine {
  readonly id: unknown
  readonly request: AccessRequest | string
}

function readRequests(text: string, file: string): readonly RequestLine[] {
  return text.split(/\r?\n/).flatMap((line, index): RequestLine[] => {
    if (line.trim() === '') return []
    const place = `${file}:${index + 1}`
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (error) {
      return [{ id: index + 1, request: `${place}: not JSON: ${(error as Error).message}` }]
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return [{ id: index + 1, request: `${place}: not a JSON object` }]
    const { id = index + 1, ...request } = value as Record<string, unknown>
    const result = parseRequest(request)
    return [{ id, request: result.ok ? result.request : `${place}: ${reasonOf(result.problems)}` }]
  })
}

const jsonOf = (topology: Topology, design: Design, { id, request }: RequestLine): string =>
  JSON.stringify(
    typeof request === 'string' ? { id, ...NO_VERDICT, error: request } : toJson(design, id, decide(topology, request)),
  )

/** The members of an answer, where there is none. */
const NO_VERDICT = { verdict: null, symptom: null, code: null, decidedBy: null, path: null, answers: [], via: [] }

function wordsOf(topology: Topology, { id, request }: RequestLine): string {
  const name = typeof id === 'string' ? id : JSON.stringify(id)
  if (typeof request === 'string') return `${name}: no request: ${request}`
  const { kind, symptom, code } = decide(topology, request)
  return `${name}: ${kind}${symptom ? ` (${symptom}, ${code})` : ''}`
}

const reasonOf = ([first]: readonly Problem[]): string =>
  `${first?.path ? `${first.path}: ` : ''}${first?.message ?? 'is no request'}`
