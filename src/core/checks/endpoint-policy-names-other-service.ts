import { prefixOfAction } from '../aws/actions/findAction.ts'
import { servicePrefixesOf } from '../aws/actions/servicePrefixesOf.ts'
import { listChoices } from '../base/words.ts'
import type { Named } from '../policy/document.ts'
import type { Check, CheckContext } from './check.ts'
import { called } from './parts/called.ts'
import { gatewayWith } from './parts/examplePolicies.ts'
import {
  placeInPolicy,
  type StatementHere,
  statementCalled,
  statementsHere,
  writePolicy,
} from './parts/policiesHere.ts'

/** Source: PrivateLink guide, endpoint policies: they are about requests to the endpoint’s service. */
export const endpointPolicyNamesOtherService: Check = {
  id: 'endpoint-policy-names-other-service',
  severity: 'warning',
  title: 'Endpoint policy about another service',
  why: 'Only requests to its own service go through an endpoint. What its policy says of other services is never asked; what a service asks of another for the caller does not come by the endpoint either.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  *find(context) {
    const { topology, design, actions: catalogue } = context
    if (!catalogue) return
    for (const here of statementsHere(topology)) {
      const own = prefixesOf(context, here)
      if (own === null) continue
      const { policy, statement, index } = here
      const services = new Set(own.flatMap((prefix) => arnServicesOf(context, prefix)))
      // of some services an ARN may be of any other
      const isComplete = services.size > 0 && ![...services].some((one) => one.includes('$'))
      const strange = [
        ...foreign('Action', statement.actions, (name) => {
          const prefix = prefixOfAction(name)
          return prefix !== '' && !/[*?]/.test(prefix) && !own.includes(prefix)
        }),
        ...(statement.resources
          ? foreign('Resource', statement.resources, (arn) => {
              const service = arn.split(':')[2] ?? ''
              return arn.startsWith('arn:') && /^[a-z0-9-]+$/.test(service) && isComplete && !services.has(service)
            })
          : []),
      ]
      for (const { element, value, i, isAlone } of strange)
        yield {
          at: [placeInPolicy(here, element, i)],
          message: `${statementCalled(design, here)} names ${value}, but only requests of ${listChoices(own.map((prefix) => catalogue.prefixes.get(prefix) ?? prefix))} go through the ${called(design, policy.at.construct)}.`,
          fixes: isAlone
            ? []
            : [
                {
                  title: `Leave out ${value}`,
                  safety: 'safe',
                  edits: [
                    writePolicy(design, policy, policy.text.set(policy.text.pathTo(index, element, i), undefined)),
                  ],
                },
              ],
        }
    }
  },
  examples: {
    bad: () => gatewayWith([{ Action: ['s3:GetObject', 'kms:Decrypt'] }]),
    good: () => gatewayWith([{ Action: ['s3:GetObject', '*'], Resource: 'arn:aws:s3:::reports/*' }]),
  },
}

/** What an endpoint of AWS’s carries, as far as that is known. */
function prefixesOf({ actions }: CheckContext, { policy }: StatementHere): readonly string[] | null {
  const { endpoint } = policy
  if (!endpoint || (endpoint.kind === 'interface-endpoint' && endpoint.endpointService !== null)) return null
  const own = servicePrefixesOf(endpoint.service).filter((prefix) => actions?.services.has(prefix))
  return own.length > 0 ? own : null
}

const arnServicesOf = ({ actions }: CheckContext, prefix: string): readonly string[] =>
  [...(actions?.services.get(prefix)?.resourceTypes.values() ?? [])].flatMap((arns) =>
    arns.map((arn) => arn.split(':')[2]!),
  )

/** What is left out of a statement may be of any service: that says nothing, and does no harm. */
const foreign = (element: string, { not, these }: Named<readonly string[]>, isForeign: (value: string) => boolean) =>
  these.flatMap((value, i) => (!not && isForeign(value) ? [{ element, value, i, isAlone: these.length === 1 }] : []))
