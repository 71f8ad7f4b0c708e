import { loadCatalogue } from '../../core/aws/index.ts'
import { answerOfCall } from '../../core/explain/index.ts'
import { type AccessRequest, type Design, parseRequest } from '../../core/model/index.ts'
import { decide, simulate, type Verdict } from '../../core/sim/index.ts'
import { compileTopology, type Topology } from '../../core/topology/index.ts'
import { asLogicalId } from '../asLogicalId.ts'
import type { Command, Given } from '../command.ts'
import { givenContext } from '../givenContext.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { loadSource } from '../loadSource.ts'
import { printTrace } from '../printTrace.ts'
import { type RequestLine, readRequests, reasonOf } from '../readRequests.ts'
import { readText } from '../readText.ts'
import { Unusable } from '../unusable.ts'

/**
 * `simulate SOURCE --requests FILE.jsonl --json`, or one request with `--from --to --protocol --port`. Exit code 1 where a line of the file is no
 * request: it is answered by the reason, in its place.
 */
export const simulateCommand: Command = {
  usage: `simulate SOURCE (--requests FILE.jsonl | --from WHO --to WHERE [--protocol tcp|udp|icmp] [--port N] [--action A [--resource ARN] [--principal ARN] [--context KEY=VALUE]]) [--json] [--trace] ${SOURCE_USAGE}`,
  summary: 'answers requests: a line of JSON each, or one in words with every hop',
  options: {
    ...SOURCE_OPTIONS,
    requests: { type: 'string' },
    json: { type: 'boolean' },
    trace: { type: 'boolean' },
    from: { type: 'string' },
    to: { type: 'string' },
    protocol: { type: 'string' },
    port: { type: 'string' },
    action: { type: 'string' },
    resource: { type: 'string' },
    principal: { type: 'string' },
    context: { type: 'string', multiple: true },
  },
  async run(given, print) {
    const design = await loadSource(required(given.positionals[0], 'SOURCE'), given.values)
    const topology = compileTopology(design, await loadCatalogue())
    const shown: Shown = { json: given.values.json === true, trace: given.values.trace === true }
    const file = given.values.requests
    if (typeof file !== 'string') {
      const verdict = simulate(topology, oneRequest(given))
      if (shown.json) print(JSON.stringify(toJson(design, 'request', verdict, shown.trace)))
      else for (const line of printTrace(verdict, design)) print(line)
      return 0
    }
    const loose = OF_CALL.find((key) => given.values[key] !== undefined)
    if (loose) throw new Unusable(`--${loose} is of one request; with --requests each line says its own under "api"`)
    const lines = readRequests(await readText(file), file)
    const [first] = lines
    if (typeof first?.request === 'string' && lines.every(({ request }) => typeof request === 'string'))
      throw new Unusable(first.request)
    for (const line of lines) for (const text of answerTo(topology, design, line, shown)) print(text)
    return lines.some(({ request }) => typeof request === 'string') ? 1 : 0
  },
}

interface Shown {
  readonly json: boolean
  readonly trace: boolean
}

/** What is printed of a line of a file. Which statements decide a call stands in its trace. */
function* answerTo(topology: Topology, design: Design, { id, request }: RequestLine, { json, trace }: Shown) {
  if (typeof request === 'string') {
    yield json ? JSON.stringify({ id, ...NO_VERDICT, error: request }) : `${nameOf(id)}: no request: ${request}`
    return
  }
  const verdict = (trace || request.api ? simulate : decide)(topology, request)
  if (json) yield JSON.stringify(toJson(design, id, verdict, trace))
  else {
    yield wordsOf(id, verdict)
    if (trace) for (const line of printTrace(verdict, design)) yield `  ${line}`
  }
}

/** The flat, documented form of a verdict: one JSON object, the same keys always; those of a call beside them, and with `trace` every way that was walked. */
function toJson(design: Design, id: unknown, verdict: Verdict, trace: boolean): Record<string, unknown> {
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
    ...(verdict.request.api && toldOfCall(verdict)),
    ...(trace && { trace: verdict.branches }),
  }
}

/** What policies make of the call of a request; a `why` of null: it does not come as far as them. */
function toldOfCall(verdict: Verdict) {
  const { why, deniedBy, statements, unknown } = answerOfCall(verdict) ?? NOT_JUDGED
  return { why, deniedBy, statements, unknown }
}
const NOT_JUDGED = { why: null, deniedBy: [], statements: [], unknown: [] }

function required(value: string | undefined, name: string): string {
  if (value === undefined) throw new Unusable(`${name} is missing; see hopwise help`)
  return value
}

function oneRequest({ values }: Given): AccessRequest {
  if (typeof values.from !== 'string' || typeof values.to !== 'string')
    throw new Unusable('give --requests FILE.jsonl, or --from and --to; see hopwise help')
  const port = typeof values.port === 'string' ? Number(values.port) : null
  const protocol = values.protocol ?? 'tcp'
  const given = {
    from: values.from,
    to: values.to,
    protocol,
    port: port ?? (protocol === 'icmp' ? null : 443),
    ...(values.action !== undefined && { api: oneCall(values) }),
  }
  const loose = OF_CALL.find((key) => values[key] !== undefined)
  if (loose && values.action === undefined) throw new Unusable(`--${loose} is of a call: give its --action too`)
  const result = parseRequest(given)
  if (!result.ok) throw new Unusable(`the request: ${reasonOf(result.problems)}`)
  return result.request
}

/** What options say of a call, `action` first. */
const OF_CALL = ['action', 'resource', 'principal', 'context'] as const

/** The call that the options say. */
const oneCall = ({ action, resource, principal, context }: Given['values']): Record<string, unknown> => ({
  action,
  ...(resource !== undefined && { resource }),
  ...(principal !== undefined && { principal }),
  context: givenContext(context),
})

/** The members of an answer, where there is none. */
const NO_VERDICT = { verdict: null, symptom: null, code: null, decidedBy: null, path: null, answers: [], via: [] }

const nameOf = (id: unknown): string => (typeof id === 'string' ? id : JSON.stringify(id))

function wordsOf(id: unknown, verdict: Verdict): string {
  const { kind, symptom, code } = verdict
  const by = answerOfCall(verdict)?.statements ?? []
  const because = by.length > 0 && symptom === 'access-denied' ? `: ${by.join(' ')}` : ''
  return `${nameOf(id)}: ${kind}${symptom ? ` (${symptom}, ${code})` : ''}${because}`
}
