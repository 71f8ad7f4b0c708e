import { loadCatalogue } from '../../core/aws/index.ts'
import { describePlace } from '../../core/explain/index.ts'
import { type Design, listConstructs, nameIn } from '../../core/model/index.ts'
import { type Creation, type CreationAnswer, findDrawn, findIdentity, isMade, mayCreate } from '../../core/sim/index.ts'
import { compileTopology } from '../../core/topology/index.ts'
import type { ExitCode, Given } from '../command.ts'
import { givenContext } from '../givenContext.ts'
import { loadSource } from '../loadSource.ts'
import { Unusable } from '../unusable.ts'

/**
 * `policy may-create SOURCE --role ROLE [--construct ID] [--context KEY=VALUE …] [--json]`: whether a role may make the endpoints and endpoint services of a design as they
 * are drawn. Exit code 0 where it may make all that was asked about, else 1.
 */
export async function runMayCreate(
  source: string | undefined,
  values: Given['values'],
  print: (line: string) => void,
): Promise<ExitCode> {
  if (source === undefined) throw new Unusable('SOURCE is missing; see hopwise help')
  if (typeof values.role !== 'string') throw new Unusable('--role is missing; see hopwise help')
  if (values.all === true && values.construct !== undefined)
    throw new Unusable('--construct names one, --all means every one: give one of the two')
  const context = givenContext(values.context)
  const design = await loadSource(source, values)
  const topology = compileTopology(design, await loadCatalogue())
  const identity = findIdentity(topology, values.role)
  if (typeof identity === 'string') throw new Unusable(identity)
  const all =
    typeof values.construct === 'string' ? [findOne(design, values.construct)] : listConstructs(design).filter(isMade)
  if (all.length === 0) throw new Unusable('the design has no endpoint and no endpoint service')
  const found = all.map((construct) => mayCreate(topology, identity, construct, context))
  if (values.json) for (const one of found) print(JSON.stringify(toJson(design, identity.arn, one)))
  else for (const one of found) for (const line of linesOf(design, one)) print(line)
  return found.every(({ verdict }) => verdict === 'allowed') ? 0 : 1
}

function findOne(design: Design, named: string) {
  const construct = findDrawn(design, named)
  if (!construct) throw new Unusable(`no endpoint and no endpoint service is called “${named}”, or several are`)
  return construct
}

/** The flat, documented form of an answer: one JSON object, the same keys always. */
const toJson = (design: Design, principal: string, { construct, verdict, answers, problem }: Creation) => ({
  construct,
  kind: design.constructs[construct]?.kind ?? null,
  principal,
  verdict,
  problem,
  asked: answers,
})

function* linesOf(design: Design, { construct, verdict, answers, problem }: Creation): Generator<string> {
  yield `${verdict}: ${nameIn(design, construct)}${problem === null ? '' : `: ${problem}`}`
  for (const answer of answers) yield `  ${lineOf(design, answer)}`
}

function lineOf(design: Design, answer: CreationAnswer): string {
  const { verdict, why, deniedBy, action, resource, construct, statements, unknown, doubt, at } = answer
  const name = construct === null ? '' : ` (${nameIn(design, construct)})`
  const by = deniedBy.length > 0 ? ` (${why}, by ${deniedBy.join(', ')})` : ''
  const hangs = unknown.length > 0 ? `, hangs on ${unknown.join(', ')}` : ''
  const because = statements.length > 0 ? `: ${statements.join(' ')}` : ''
  const place = verdict === 'denied' && at ? `, ${describePlace(design, at)}` : ''
  return `${verdict}: ${action} on ${resource}${name}${by}${hangs}${doubt === null ? '' : `, hangs on ${doubt}`}${because}${place}`
}
