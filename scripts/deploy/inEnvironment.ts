import { type Design, type Environment, parseDesignValue } from '../../src/core/model/index.ts'

/** Where a design is deployed a second and a third time. */
export const ENVIRONMENTS = ['dev', 'prod'] as const
type EnvironmentName = (typeof ENVIRONMENTS)[number]

export function environmentNamed(name: string): EnvironmentName {
  const found = ENVIRONMENTS.find((one) => one === name)
  if (!found) throw new Error(`There is no environment ${name}: ${ENVIRONMENTS.join(', ')}.`)
  return found
}

/** How far the blocks of VPCs are moved: 10.0.0.0/16 is 10.64.0.0/16 in one, and 10.128.0.0/16 in the other. */
const MOVED: Readonly<Record<EnvironmentName, number>> = { dev: 64, prod: 128 }

/** The drawing with its environments, and what each of them comes to as a drawing of its own. */
export function inEnvironment(
  design: Design,
  name: EnvironmentName,
): { readonly drawn: Design; readonly expected: Design } {
  const vpcs = Object.values(design.constructs).flatMap((one) => (one.kind === 'vpc' ? one : []))
  const regions = Object.values(design.constructs).flatMap((one) => (one.kind === 'region' ? one : []))
  const blocks = vpcs.flatMap(({ cidrs }) => cidrs.map((cidr) => cidr.replace(/\.\d+\.\d+\/\d+$/, '')))
  const move = (text: string): string =>
    text.replaceAll(/(?<![\d.])(10\.(\d+))(?=\.\d+\.\d+)/g, (all, start: string, second: string) =>
      blocks.includes(start) ? `10.${Number(second) + MOVED[name]}` : all,
    )
  // in prod, what lies in one Region alone lies in another
  const elsewhere = name === 'prod' && regions.length === 1 ? regions[0]! : null
  const environment: Environment = {
    name,
    accounts: {},
    regions: elsewhere ? { [elsewhere.id]: OTHER_REGION } : {},
    zones: {},
    blocks: Object.fromEntries(vpcs.map(({ id, cidrs }) => [id, cidrs.map(move)])),
    names: {},
    existing: {},
  }
  const deploy = { networkOnly: false, naming: '{name}', tags: {}, existing: {}, environments: [environment] }
  const { layout: _, ...said } = design
  const placed = elsewhere ? JSON.stringify(said).replaceAll(elsewhere.code, OTHER_REGION) : JSON.stringify(said)
  const moved = JSON.parse(move(placed)) as Design
  const constructs = Object.values(moved.constructs).map((one) =>
    one.kind === 's3-bucket' || one.kind === 'dynamodb-table' ? { ...one, ...namedFor(one, name) } : one,
  )
  const result = parseDesignValue({ ...moved, constructs, layout: {} })
  if (!result.ok) throw new Error(`${design.title}: ${JSON.stringify(result.problems)}`)
  return { drawn: { ...design, deploy }, expected: result.design }
}

const OTHER_REGION = 'eu-west-1'

/** Names of buckets and tables are unique beyond a deployment: they end in the name of the environment. */
const namedFor = (one: object, name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(one).flatMap(([key, value]) =>
      /^(bucket|table)Name$/.test(key) ? [[key, `${value}-${name}`]] : [],
    ),
  )
