import {
  isWorkload,
  loadCatalogue,
  WORKLOAD_IDS,
  WORKLOAD_TITLES,
  WORKLOADS,
  type WorkloadId,
} from '../../core/aws/index.ts'
import { describePlace, headlineOf } from '../../core/explain/index.ts'
import { type ConstructOf, constructOfKind, type Design, listOfKind, nameIn } from '../../core/model/index.ts'
import { type AskedNeed, askNeeds, needsOf } from '../../core/needs/index.ts'
import { compileTopology } from '../../core/topology/index.ts'
import type { Command, Given } from '../command.ts'
import { SOURCE_OPTIONS, SOURCE_USAGE } from '../givenParameters.ts'
import { loadSource } from '../loadSource.ts'
import { Unusable } from '../unusable.ts'

/**
 * `needs SOURCE --client WHO [--workload NAMES] [--json]`: the names that a client’s workloads ask for, and what becomes of each. Exit code 1
 * where one that is always asked for is not reached. Without SOURCE: the workloads that there are.
 */
export const needsCommand: Command = {
  usage: `needs [SOURCE --client WHO [--workload NAME,…] [--json] ${SOURCE_USAGE}]`,
  summary: 'asks for all that a workload needs in a private subnet; alone, lists the workloads',
  options: { ...SOURCE_OPTIONS, client: { type: 'string' }, workload: { type: 'string' }, json: { type: 'boolean' } },
  async run({ positionals, values }, print) {
    if (positionals[0] === undefined) {
      if (typeof values.client === 'string') throw new Unusable('SOURCE is missing; see hopwise help')
      for (const id of WORKLOAD_IDS) print(`${id.padEnd(30)}${WORKLOAD_TITLES[id]}`)
      return 0
    }
    const design = await loadSource(positionals[0], values)
    const client = findClient(design, values.client)
    const workloads =
      typeof values.workload === 'string' ? readWorkloads(values.workload) : client.workloads.filter(isWorkload)
    if (workloads.length === 0)
      throw new Unusable(
        `“${client.name || client.id}” has no workload; give --workload, one of ${WORKLOAD_IDS.join(', ')}`,
      )
    const catalogue = await loadCatalogue()
    const asked = askNeeds(compileTopology(design, catalogue), needsOf(design, catalogue, client, workloads))
    if (values.json) print(JSON.stringify(asked.map(toJson), null, 2))
    else {
      for (const id of workloads) print(`${WORKLOAD_TITLES[id]}: ${WORKLOADS[id].about}`)
      for (const line of linesOf(design, asked)) print(line)
    }
    return asked.every(({ need, state }) => need.when.length > 0 || state === 'reached') ? 0 : 1
  },
}

/** By its id, or by a name that no other client has. */
function findClient(design: Design, who: Given['values'][string]): ConstructOf<'client'> {
  if (typeof who !== 'string') throw new Unusable('--client is missing; see hopwise help')
  const byId = constructOfKind(design, who, 'client')
  if (byId) return byId
  const named = listOfKind(design, 'client').filter(({ name }) => name === who)
  if (named.length > 1) throw new Unusable(`${named.length} clients are called “${who}”: name one by its id`)
  if (!named[0]) throw new Unusable(`no client is called “${who}”`)
  return named[0]
}

const readWorkloads = (text: string): readonly WorkloadId[] =>
  text.split(',').map((word) => {
    const name = word.trim()
    if (!isWorkload(name)) throw new Unusable(`no workload “${name}”: one of ${WORKLOAD_IDS.join(', ')}`)
    return name
  })

/** The flat, documented form of a need: the same keys always. */
const toJson = ({ need, state, verdict }: AskedNeed) => ({
  host: need.request.to,
  protocol: need.request.protocol,
  port: need.request.port,
  workloads: need.workloads,
  when: need.when,
  state,
  verdict: verdict.kind,
  symptom: verdict.symptom,
  code: verdict.code,
  path: verdict.path,
  service: need.endpoint?.service ?? null,
  type: need.endpoint?.type ?? null,
  serviceRegion: need.endpoint?.serviceRegion ?? null,
  source: need.source,
})

function* linesOf(design: Design, asked: readonly AskedNeed[]): Generator<string> {
  const nameOf = (id: string) => nameIn(design, id)
  for (const { need, state, verdict } of asked) {
    yield `${state.padEnd(8)} ${need.request.to} ${need.request.protocol} ${need.request.port}: ${headlineOf(verdict, nameOf)}`
    if (need.when.length > 0) yield `         only ${need.when.join(', or ')}`
    if (state === 'blocked' && verdict.decidedBy)
      yield `         decided by ${describePlace(design, verdict.decidedBy)}`
    if (state === 'missing')
      yield need.endpoint
        ? `         an endpoint for ${need.endpoint.service} (${need.endpoint.type}${need.endpoint.serviceRegion ? `, service Region ${need.endpoint.serviceRegion}` : ''}) would serve it`
        : '         no endpoint serves it here: only a way to public addresses leads there'
  }
  const always = asked.filter(({ need }) => need.when.length === 0)
  yield `${always.filter(({ state }) => state === 'reached').length} of ${always.length} names that are always asked for are reached.`
}
