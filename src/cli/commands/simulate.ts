import { loadCatalogue } from '../../core/aws/index.ts'
import { type AccessRequest, type Design, parseRequest } from '../../core/model/index.ts'
import { decide, simulate, type Verdict } from '../../core/sim/index.ts'
import { compileTopology, type Topology } from '../../core/topology/index.ts'
import type { Command, Given } from '../command.ts'
import { loadSource, readText } from '../loadSource.ts'
import { printTrace } from '../printTrace.ts'
import { Unusable } from '../unusable.ts'

/** `simulate SOURCE --requests FILE.jsonl --json`, or one request with `--from --to --protocol --port`. */
export const simulateCommand: Command = {
  usage:
    'simulate SOURCE (--requests FILE.jsonl [--json] | --from WHO --to WHERE [--protocol tcp|udp|icmp] [--port N] [--json])',
  summary: 'answers requests: a line of JSON each, or one in words with every hop',
  options: {
    requests: { type: 'string' },
    json: { type: 'boolean' },
    from: { type: 'string' },
    to: { type: 'string' },
    protocol: { type: 'string' },
    port: { type: 'string' },
  },
  async run(given, print) {
    const design = await loadSource(required(given.positionals[0], 'SOURCE'))
    const topology = compileTopology(design, await loadCatalogue())
    const file = given.values.requests
    if (typeof file === 'string') {
      for (const { id, request } of await readRequests(file)) {
        const verdict = decide(topology, request)
        print(
          given.values.json
            ? JSON.stringify(toJson(design, id, verdict))
            : `${id}: ${verdict.kind}${verdict.symptom ? ` (${verdict.symptom}, ${verdict.code})` : ''}`,
        )
      }
      return 0
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
    decidedBy: verdict.decidedBy,
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
  return checked(
    { from: values.from, to: values.to, protocol, port: port ?? (protocol === 'icmp' ? null : 443) },
    'the request',
  )
}

async function readRequests(
  file: string,
): Promise<readonly { readonly id: unknown; readonly request: AccessRequest }[]> {
  const lines = (await readText(file)).split(/\r?\n/)
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const place = `${file}:${index + 1}`
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch (error) {
      throw new Unusable(`${place}: not JSON: ${(error as Error).message}`)
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new Unusable(`${place}: not a JSON object`)
    const { id = index + 1, ...request } = value as Record<string, unknown>
    return [{ id, request: checked(request, place) }]
  })
}

function checked(value: unknown, place: string): AccessRequest {
  const result = parseRequest(value)
  if (result.ok) return result.request
  const first = result.problems[0]
  throw new Unusable(`${place}: ${first?.path ? `${first.path}: ` : ''}${first?.message ?? 'is no request'}`)
}
