import { servicePrefixesOf } from '../aws/actions/servicePrefixesOf.ts'
import { findService } from '../aws/findService.ts'
import { constructOfKind, listOfKind } from '../model/containment.ts'
import type { Edit } from '../model/edit.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Statement } from '../policy/document.ts'
import { accessOf } from '../topology/access/accessOf.ts'
import type { Check, CheckContext } from './check.ts'
import { type BucketOfAws, bucketsOfAws } from './parts/bucketsOfAws.ts'
import { called } from './parts/called.ts'
import { saysWhose } from './parts/conditionsOf.ts'
import { lives } from './parts/endpointLife.ts'
import { policyOf } from './parts/examplePolicies.ts'
import { once } from './parts/once.ts'
import { place } from './parts/place.ts'
import { type EndpointHere, policiesHere } from './parts/policiesHere.ts'

/** Services by which data can be carried to somebody else’s account, by their prefixes. */
const CARRIES_DATA: ReadonlySet<string> = new Set(
  'codecommit dynamodb ecr events firehose kinesis kms lambda logs s3 secretsmanager sns sqs'.split(' '),
)

/** Only in organisations: without one nobody knows who is inside. Source: AWS whitepaper “Building a data perimeter on AWS”, network perimeter. */
export const endpointLeadsOutOfOrganisation: Check = {
  id: 'endpoint-leads-out-of-organisation',
  severity: 'advice',
  title: 'Endpoint that leads out of the organisation',
  why: 'An endpoint without a policy lets everybody who gets hold of the network carry data to any account, with credentials of their own. A policy that names the organisation closes that way.',
  learnMore:
    'https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html',
  *find(context) {
    const { topology, design, catalogue } = context
    const { accounts, endpoints: withPolicy } = accessOf(topology)
    if ([...accounts.values()].every(({ organisation }) => organisation === null)) return
    const policyAt = new Map(policiesHere(topology).map((policy) => [policy.at.construct, policy]))
    const buckets = once(() => bucketsOfAws(design, catalogue))
    for (const endpoint of [...listOfKind(design, 'gateway-endpoint'), ...listOfKind(design, 'interface-endpoint')]) {
      const organisation = lives(endpoint) ? organisationOf(context, endpoint) : null
      if (organisation === null || !carriesData(context, endpoint)) continue
      const policy = policyAt.get(endpoint.id)
      // one that cannot be read, nobody knows
      if (!policy && withPolicy.has(endpoint.id)) continue
      const statements = policy?.document.statements ?? []
      const open = statements.find(isOpen)
      if (policy && (!open || statements.some(closes))) continue
      const own = endpoint.service.endsWith('.s3') ? (buckets().get(endpoint.vpc) ?? []) : []
      const text = perimeterOf(organisation, own, accessOf(topology).partition)
      yield {
        at: [place(endpoint.id, 'policy')],
        message: `The ${called(design, endpoint.id)} lets requests to resources of any account pass${policy ? ', by its policy too' : ': it has AWS’s own policy, full access'}. Nothing keeps data within the organisation ${organisation}.`,
        fixes: [
          {
            title: `Let only the organisation ${organisation} and its resources pass`,
            safety: 'review',
            edits: [{ kind: 'change', of: endpoint.kind, id: endpoint.id, fields: { policy: text } } as Edit],
          },
        ],
      }
    }
  },
  examples: {
    bad: () => example(null),
    good: () =>
      example(
        policyOf({
          Effect: 'Allow',
          Principal: '*',
          Action: '*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceOrgID': 'o-a1b2c3d4e5' } },
        }),
      ),
  },
}

function organisationOf({ topology, design }: CheckContext, { vpc }: EndpointHere): string | null {
  const account = constructOfKind(design, topology.vpcs.get(vpc)?.accountId ?? '', 'account')
  return account?.organisation ?? null
}

function carriesData({ catalogue }: CheckContext, endpoint: EndpointHere): boolean {
  if (endpoint.kind === 'interface-endpoint' && endpoint.endpointService !== null) return false
  if (findService(catalogue, endpoint.service)?.entry.policySupported === false) return false
  return servicePrefixesOf(endpoint.service).some((prefix) => CARRIES_DATA.has(prefix))
}

/** It allows what belongs to anybody: neither condition nor resource says whose. */
const isOpen = (statement: Statement): boolean =>
  statement.effect === 'Allow' &&
  !saysWhose(statement) &&
  (statement.actions.not || statement.actions.these.some((name) => !/^\w+:(?:List|Describe)/i.test(name))) &&
  (statement.resources === null || statement.resources.not || statement.resources.these.some(isAnybodys))

function isAnybodys(arn: string): boolean {
  const [, , service, , account = '*', what = '*'] = arn.split(':')
  return service === 's3' ? /^[*?]/.test(what) : /[*?]/.test(account)
}

/** It denies what does not belong to somebody. */
const closes = (statement: Statement): boolean => statement.effect === 'Deny' && saysWhose(statement)

function perimeterOf(organisation: string, buckets: readonly BucketOfAws[], partition: string): string {
  const within = { 'aws:PrincipalOrgID': organisation, 'aws:ResourceOrgID': organisation }
  const everybody = { Effect: 'Allow', Principal: '*' }
  const Statement = [
    { Sid: 'WithinTheOrganisation', ...everybody, Action: '*', Resource: '*', Condition: { StringEquals: within } },
    ...buckets.map(({ bucket, action }) => ({
      ...everybody,
      Action: action,
      Resource: `arn:${partition}:s3:::${bucket}/*`,
    })),
  ]
  return `${JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)}\n`
}

const example = (policy: string | null) =>
  buildDesign((b) => {
    const account = b.account({ organisation: 'o-a1b2c3d4e5' })
    const vpc = b.vpc({ dnsHostnames: true, account })
    b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)], policy })
  })
