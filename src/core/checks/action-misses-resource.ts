import { arnsOfAction } from '../aws/actions/findAction.ts'
import type { ServiceAction, ServiceActions } from '../aws/actions/serviceActions.ts'
import { listChoices } from '../base/words.ts'
import type { Check, Fix } from './check.ts'
import { type ActionNamed, actionNamed } from './parts/actionsNamed.ts'
import { arnFits } from './parts/arnFits.ts'
import { roleWith } from './parts/examplePolicies.ts'
import {
  placeInPolicy,
  type StatementHere,
  statementCalled,
  statementsHere,
  writePolicy,
} from './parts/policiesHere.ts'

/** Source: Service Authorization Reference, resource types of each action. */
export const actionMissesResource: Check = {
  id: 'action-misses-resource',
  severity: 'warning',
  title: 'Action on resources that it is never about',
  why: 'Each action is about certain types of resources. Where a statement names none of them, it says nothing about the action: s3:GetObject is about objects (bucket/*), s3:ListBucket about the bucket.',
  learnMore: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html',
  *find({ topology, design, actions: catalogue }) {
    if (!catalogue) return
    for (const here of statementsHere(topology)) {
      const { statement, policy } = here
      if (statement.actions.not || !statement.resources || statement.resources.not) continue
      const resources = statement.resources.these
      for (const [i, name] of statement.actions.these.entries()) {
        const named = actionNamed(catalogue, name)
        if (!named || named.actions.length === 0) continue
        // a service may ask its resources’ policies about actions that take no ARN elsewhere
        if (policy.kind === 'resource' && named.actions.some((one) => one.resources.length === 0)) continue
        if (named.actions.some((action) => resources.some((one) => arnFits(named.service, action, one)))) continue
        yield {
          at: [placeInPolicy(here, 'Action', i), placeInPolicy(here, 'Resource')],
          message: `${statementCalled(design, here)} says nothing about ${name}: ${wants(named)}, and ${resources.length === 1 ? `${resources[0]} is none` : 'no resource of the statement is one'}.`,
          fixes: fixFor(here, named).map((text) => ({ ...text, edits: [writePolicy(design, policy, text.text)] })),
        }
      }
    }
  },
  examples: {
    bad: () =>
      roleWith(
        { Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports' },
        { Action: ['s3:ListBucket', 's3:PutObject'], Resource: 'arn:aws:s3:::reports/*' },
      ),
    good: () =>
      roleWith(
        { Action: ['s3:*Object', 's3:ListBucket'], Resource: ['arn:aws:s3:::reports', 'arn:aws:s3:::reports/*'] },
        { Action: 's3:ListAllMyBuckets' },
        { Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:*:111122223333:orders-*' },
      ),
  },
}

const MOST_SHOWN = 2

function wants({ service, actions }: ActionNamed): string {
  const arns = [...new Set(actions.flatMap((action) => arnsOfAction(service, action)))]
  if (arns.length === 0) return `${actions.length === 1 ? 'it takes' : 'they take'} no resource but “*”`
  const are = actions.length === 1 ? 'it is' : 'they are'
  if (arns.length > MOST_SHOWN) return `${are} about things of ${service.title} such as ${readable(arns[0]!)}`
  return `${are} about ${listChoices(arns.map(readable))}`
}

const readable = (arn: string): string =>
  arn.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => (name === 'Partition' ? 'aws' : `(${name})`))

/** What is in a bucket beside the bucket, or the bucket beside what is in it. */
function fixFor(
  { statement, policy, index }: StatementHere,
  named: ActionNamed,
): readonly (Omit<Fix, 'edits'> & {
  readonly text: string
})[] {
  const { service, actions } = named
  const [resource, ...others] = statement.resources?.these ?? []
  if (resource === undefined) return []
  const fits = (text: string, action: ServiceAction, of: ServiceActions = service) => arnFits(of, action, text)
  const candidates = actions.every(({ resources }) => resources.length === 0)
    ? []
    : [`${resource.replace(/\/$/, '')}/*`, resource.replace(/\/[^/]*$/, '')]
  const wanted = candidates.find((one) => actions.some((action) => fits(one, action)))
  if (wanted === undefined || service.prefix !== 's3') return []
  const text = policy.text.set(policy.text.pathTo(index, 'Resource'), [resource, ...others, wanted])
  return [{ title: `Add ${wanted}`, safety: 'review', text }]
}
