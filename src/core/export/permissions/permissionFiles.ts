import { compareText } from '../../base/order.ts'
import type { Design } from '../../model/design.ts'
import { variablesOf } from '../aws/variablesIn.ts'
import { deploymentIn, valueIn } from '../plan/environments.ts'
import type { Part } from '../plan/part.ts'
import type { ExportPlan, StackPlan } from '../plan/planExport.ts'
import { deploymentOf } from '../text/deploymentOf.ts'
import { labelsOf } from '../text/labelsOf.ts'
import type { ExportFile } from '../types.ts'
import { rootsOf, type Whereabouts } from './arnsOf.ts'
import { packStatements, type Statement } from './packStatements.ts'
import { type Deployer, statementsFor } from './statementsFor.ts'

/** IAM policies for whoever deploys, as many as AWS's limit of characters asks for: those of each account. */
export function permissionFiles(design: Design, plan: ExportPlan, deployer: Deployer): readonly ExportFile[] {
  const accounts = [...new Set(plan.stacks.map((stack) => stack.accountId))].sort(compareText)
  const labels = labelsOf(accounts)
  return accounts.flatMap((accountId, index) => {
    const own = plan.stacks.filter((stack) => stack.accountId === accountId)
    const where = whereaboutsOf(design, plan, own)
    const statements = [
      ...(deployer.byCloudFormation ? stackStatements(where) : []),
      { Sid: 'WhoIsIt', ...ALLOW, Action: ['sts:GetCallerIdentity'], Resource: ['*'] },
      ...(own.some((stack) => stack.parts.some(({ name }) => name === 'instance')) ? [imageStatement(where)] : []),
      ...statementsFor(own, plan.stacks, deployer, where, regionsOf(design, own)),
    ]
    const policies = packStatements(statements)
    return policies.map((policy, number) => ({
      path: `permissions${labels[index] === '' ? '' : `-${labels[index]}`}${number === 0 ? '' : `-${number + 1}`}.json`,
      text: `${JSON.stringify(policy, null, 2)}\n`,
      executable: false,
    }))
  })
}

const ALLOW = { Effect: 'Allow' } as const

/** Stacks of the deployment: the change sets, their execution, and what is read of them. */
const stackStatements = ({ partition, region, account, deployments }: Whereabouts): readonly Statement[] => [
  {
    Sid: 'Stacks',
    ...ALLOW,
    Action: [
      'CreateChangeSet',
      'DeleteChangeSet',
      'DeleteStack',
      'DescribeChangeSet',
      'DescribeStackEvents',
      'DescribeStacks',
      'ExecuteChangeSet',
    ].map((name) => `cloudformation:${name}`),
    // Whatever a stack is called that is not there yet, it can be asked for
    Resource: rootsOf(deployments).flatMap((name) =>
      ['', '-*'].map((end) => `arn:${partition}:cloudformation:${region}:${account}:stack/${name}${end}/*`),
    ),
  },
]

/** What AWS says the newest images are. */
const imageStatement = ({ partition, region }: Whereabouts): Statement => ({
  Sid: 'NewestImages',
  ...ALLOW,
  Action: ['ssm:GetParameter', 'ssm:GetParameters'],
  Resource: [`arn:${partition}:ssm:${region}::parameter/aws/service/*`],
})

const single = (values: readonly string[]): string => (values.length === 1 && values[0] !== '' ? values[0]! : '*')

function whereaboutsOf(design: Design, { stacks }: ExportPlan, own: readonly StackPlan[]): Whereabouts {
  const environments = design.deploy?.environments ?? []
  const regions = regionsOf(design, own)
  const numbers = [own[0]!.accountId, ...valuesOf(design, own, 'account', own[0]!.accountId)]
  const known = numbers.filter((one) => /^\d{12}$/.test(one))
  // What another account shares is used as well
  const isAlone = new Set(stacks.map(({ accountId }) => accountId)).size === 1 && known.length === numbers.length
  return {
    partition: partitionOf(regions[0] ?? ''),
    account: isAlone ? single([...new Set(known)]) : '*',
    region: single(regions),
    deployments: [...new Set([deploymentOf(design), ...environments.map((one) => deploymentIn(design, one))])],
    names: namesOf(design, own),
  }
}

const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'

const regionsOf = (design: Design, own: readonly StackPlan[]): readonly string[] =>
  [...new Set(own.flatMap(({ regionCode }) => [regionCode, ...valuesOf(design, own, 'region', regionCode)]))]
    .filter((code) => code !== '')
    .sort(compareText)

/** What that account or Region is in each environment. */
function valuesOf(
  design: Design,
  own: readonly StackPlan[],
  kind: 'account' | 'region',
  drawn: string,
): readonly string[] {
  const { drawn: all } = own[0]!
  const variables = variablesOf(own).filter((one) => one.kind === kind && one.drawn === drawn)
  return (design.deploy?.environments ?? []).flatMap((environment) =>
    variables.map((one) => valueIn(all, environment, one)),
  )
}

/** How IAM knows what goes by a drawn name, and what stands around that in its ARN. */
const NAMED: { readonly [N in Part['name']]?: readonly [type: string, suffix: string] } = {
  bucket: ['s3:bucket', ''],
  table: ['dynamodb:table', ''],
  role: ['iam:role', ''],
  user: ['iam:user', ''],
  'access-point': ['s3:accesspoint', ''],
  queue: ['sqs:queue', ''],
  topic: ['sns:topic', ''],
  // AWS adds six letters or digits
  secret: ['secretsmanager:Secret', '-*'],
  'key-alias': ['kms:alias', ''],
  repository: ['ecr:repository', ''],
  'event-bus': ['events:event-bus', ''],
}

/** Names of buckets, roles and the like, as drawn and in each environment. */
function namesOf(design: Design, own: readonly StackPlan[]): Whereabouts['names'] {
  const names = new Map<string, Set<string>>()
  const variables = variablesOf(own).filter(({ kind }) => kind === 'name')
  const environments = design.deploy?.environments ?? []
  for (const part of own.flatMap(({ parts }) => parts)) {
    const [type, suffix] = NAMED[part.name] ?? []
    if (type === undefined) continue
    const found = names.get(type) ?? new Set()
    names.set(type, found)
    const { construct } = part
    const path = construct.kind === 'iam-role' || construct.kind === 'iam-user' ? construct.path.slice(1) : ''
    for (const one of variables.filter(({ of }) => of === construct.id))
      for (const name of [one.drawn, ...environments.map((each) => valueIn(own[0]!.drawn, each, one))])
        found.add(`${path}${name}${suffix}`)
  }
  return new Map([...names].map(([type, found]) => [type, [...found]]))
}
