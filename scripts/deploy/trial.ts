import type { Catalogue } from '../../src/core/aws/index.ts'
import { type ExportResult, exportDesign } from '../../src/core/export/index.ts'
import type { Construct, Design } from '../../src/core/model/index.ts'
import { createDice } from '../kernel/draw/dice.ts'
import { type Compared, compareDeployments, compareWithDrawn } from './compare.ts'
import {
  type Deployment,
  Failed,
  make,
  makeAgain,
  makeInPieces,
  makeWithoutRecord,
  removeInPieces,
  tryStranger,
  type Way,
} from './deployment.ts'
import { gapFor, withoutGaps } from './gaps.ts'
import type { Lab } from './lab.ts'
import { KEPT_BY_STACKS, leftoversIn } from './leftoversIn.ts'
import { different, judged, type Outcome, ok, skipped } from './outcome.ts'

/** What a trial is told. */
export interface TrialOptions {
  readonly catalogue: Catalogue
  readonly seed: number
  /** How often a script is killed on its way at most. */
  readonly kills: number
  /** Also with the record lost. */
  readonly isLong: boolean
  readonly environment: string
}

const WAYS: readonly (readonly [way: Way, name: string])[] = [
  ['cli', 'scripts'],
  ['cloudformation', 'stacks'],
]
const list = (design: Design, kind: 'account' | 'region') =>
  Object.values(design.constructs).flatMap((one) =>
    one.kind === kind ? (one.kind === 'account' ? (one.accountId ?? []) : one.kind === 'region' ? one.code : []) : [],
  )
/** Services that hold what is drawn, by the name that the AWS CLI calls them. */
const SERVICES: { readonly [kind in Construct['kind']]?: readonly string[] } = {
  client: ['lambda', 'ecs', 'autoscaling'],
  'hosted-zone': ['route53'],
  'resolver-endpoint': ['route53resolver'],
  'resolver-rule': ['route53resolver'],
  'network-load-balancer': ['elbv2'],
  'application-load-balancer': ['elbv2'],
  'gateway-load-balancer': ['elbv2'],
  'target-group': ['elbv2'],
  's3-bucket': ['s3api'],
  'dynamodb-table': ['dynamodb'],
  'network-firewall': ['network-firewall'],
  'api-gateway-api': ['apigateway', 'apigatewayv2'],
}
const servicesOf = (design: Design): readonly string[] => [
  ...new Set(['sts', 'ec2', ...Object.values(design.constructs).flatMap(({ kind }) => SERVICES[kind] ?? [])]),
]
/** Where no account is drawn. */
const ANY_ACCOUNT = '111122223333'

/** Deploys a design both ways and takes it down again; what each step came to. */
export async function tryDesign(
  name: string,
  whole: Design,
  wanted: Design,
  lab: Lab,
  options: TrialOptions,
): Promise<ReadonlyMap<string, Outcome>> {
  const steps = new Map<string, Outcome>()
  const part = withoutGaps(name, whole)
  if (part) steps.set('all of it', skipped(part.why))
  const [design, expected] = part ? [part.design, withoutGaps(name, wanted)!.design] : [whole, wanted]
  const results: Compared[] = []
  for (const [way, title] of WAYS) {
    const gap = gapFor(name, way)
    if (gap) {
      steps.set(title, skipped(gap.why))
      continue
    }
    const compared = await tryWay(way, title, design, expected, lab, options, steps)
    if (compared) results.push(compared)
  }
  const [scripts, stacks] = results
  if (scripts && stacks)
    steps.set('scripts = stacks', judged(compareDeployments(scripts.design, stacks.design, expected)))
  return steps
}

async function tryWay(
  way: Way,
  title: string,
  design: Design,
  expected: Design,
  lab: Lab,
  options: TrialOptions,
  steps: Map<string, Outcome>,
): Promise<Compared | null> {
  const result: ExportResult = exportDesign(design, options.catalogue, way)
  const labelled = result.files.flatMap(
    ({ path }) => /^(?:create|template-.*)-(\d{12})\.(?:sh|yaml)$/.exec(path)?.[1] ?? [],
  )
  const drawn = list(design, 'account')
  const accounts = labelled.length > 0 ? [...new Set(labelled)] : [drawn[0] ?? ANY_ACCOUNT]
  const regions = [...new Set([...list(expected, 'region')])]
  const isLarge = result.files.some(
    ({ path, text }) => /^template.*\.yaml$/.test(path) && Buffer.byteLength(text) > 51_200,
  )
  const bucket = isLarge ? 'templates-of-a-trial' : null
  const deployment: Deployment = { way, lab, accounts, environment: options.environment, bucket }
  const dice = createDice(options.seed)
  let step = `${title}: stranger`
  try {
    await lab.begin(result.files, accounts)
    if (bucket) lab.ask(accounts[0]!, ['s3api', 'create-bucket', '--bucket', bucket, '--region', 'us-east-1'])
    steps.set(step, judged(await tryStranger(deployment)))
    step = `${title}: made in pieces`
    const killed = await makeInPieces(deployment, dice, options.kills)
    steps.set(step, ok(`killed ${killed} times`))
    step = `${title}: again`
    steps.set(step, judged(await makeAgain(deployment)))
    step = `${title}: as drawn`
    const compared = compareWithDrawn(
      expected,
      await lab.gather(accounts, regions, servicesOf(expected)),
      options.catalogue,
    )
    steps.set(step, judged(compared.found, `${compared.asked} requests`))
    if (options.isLong && way === 'cli') {
      step = `${title}: record lost`
      steps.set(step, judged(await makeWithoutRecord(deployment, result)))
      await make(deployment)
    }
    step = `${title}: gone`
    await removeInPieces(deployment, dice, options.kills)
    const left = leftoversIn(lab, accounts, regions, way === 'cloudformation' ? KEPT_BY_STACKS : null)
    steps.set(step, judged(left))
    return compared
  } catch (error) {
    // a fault of the trial itself is told as well, and the other designs go on
    steps.set(step, different(error instanceof Failed ? error.message : String((error as Error).stack ?? error)))
    return null
  }
}
