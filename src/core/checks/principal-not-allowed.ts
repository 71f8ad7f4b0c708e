import { constructOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { consumersIn } from './parts/consumers.ts'
import { place } from './parts/place.ts'

/** Source: AWS PrivateLink guide, manage permissions: none by default; endpoints that exist keep working when a permission goes. */
export const principalNotAllowed: Check = {
  id: 'principal-not-allowed',
  severity: 'warning',
  title: 'Endpoint of an account that the service does not let in',
  why: 'An endpoint service names the accounts, users and roles that may make endpoints for it, and none at first. To all others it does not exist, though endpoints that they have already go on working. Acceptance is asked for besides.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html',
  *find({ design, topology }) {
    for (const { id, vpc, provider } of consumersIn(design, topology)) {
      const account = constructOfKind(design, constructOfKind(design, vpc, 'vpc')?.account ?? '', 'account')
      const service = constructOfKind(design, provider.id, 'endpoint-service')
      if (
        !account ||
        !service ||
        account.id === service.account ||
        isAllowed(service.allowedPrincipals, account.accountId)
      )
        continue
      const arn = `arn:aws:iam::${account.accountId}:root`
      yield {
        at: [place(id), place(service.id, 'allowedPrincipals')],
        message: `The ${called(design, id)} belongs to the ${called(design, account.id)} (${account.accountId}), which is not among the principals that the ${called(design, service.id)} allows: AWS would not make it anew.`,
        awsError: `InvalidServiceName: The Vpc Endpoint Service '${provider.name}' does not exist`,
        fixes: [
          {
            title: `Allow ${arn}`,
            safety: 'review',
            edits: [change('endpoint-service', service.id, { allowedPrincipals: [...service.allowedPrincipals, arn] })],
          },
        ],
      }
    }
  },
  examples: { bad: () => example([]), good: () => example(['arn:aws:iam::444455556666:root']) },
}

const isAllowed = (principals: readonly string[], accountId: string): boolean =>
  principals.some((one) => one === '*' || one === accountId || one.split(':')[4] === accountId)

const example = (allowedPrincipals: readonly string[]) =>
  buildDesign((b) => {
    const provider = b.vpc()
    const balancer = b.nlb(provider, { subnets: [b.subnet(provider, { cidr: '10.0.1.0/24' })] })
    const service = b.endpointService([balancer], { allowedPrincipals })
    const vpc = b.vpc({ account: b.account({ accountId: '444455556666' }), cidrs: ['10.1.0.0/16'] })
    b.interfaceEndpoint(vpc, service, { subnets: [b.subnet(vpc, { cidr: '10.1.1.0/24' })] })
  })
