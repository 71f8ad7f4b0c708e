import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { accessOf } from '../topology/access/accessOf.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { conditionsOn, placeOfCondition, withCondition } from './parts/conditionsOf.ts'
import { endpointsFor } from './parts/endpointsFor.ts'
import { policyOf } from './parts/examplePolicies.ts'
import { place } from './parts/place.ts'
import { rewrites, statementCalled, statementsHere } from './parts/policiesHere.ts'

/** Source: IAM guide, aws:SourceVpc (“the VPC that the VPC endpoint is attached to”). */
export const sourceVpcOfCaller: Check = {
  id: 'source-vpc-of-caller',
  severity: 'warning',
  title: 'Policy that asks for the VPC of the caller',
  why: 'The VPC of aws:SourceVpc is the one that the endpoint is in. Through an endpoint in a central VPC, requests of every other VPC carry the central one.',
  learnMore: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  *find({ topology, design }) {
    const { idOf } = accessOf(topology)
    const vpcAt = new Map(listOfKind(design, 'vpc').map(({ id }) => [idOf(id) ?? id, id] as const))
    if (vpcAt.size === 0) return
    for (const here of statementsHere(topology))
      for (const condition of conditionsOn(here, 'aws:sourcevpc')) {
        const endpoints = endpointsFor(topology, here)
        const homes = new Set(endpoints.map(({ vpc }) => vpc))
        if (homes.size === 0) continue
        const lost = condition.values.filter((value) => {
          const vpc = vpcAt.get(value)
          return vpc !== undefined && !homes.has(vpc)
        })
        const [value] = lost
        if (value === undefined) continue
        const { policy } = here
        const [endpoint] = endpoints
        const ids = [...homes].flatMap((vpc) => idOf(vpc) ?? [])
        const text =
          ids.length === homes.size
            ? withCondition(here, condition, {
                values: [...new Set([...condition.values.filter((each) => !lost.includes(each)), ...ids])],
              })
            : null
        yield {
          at: [placeOfCondition(here, condition), place(vpcAt.get(value)!), place(endpoint!.id)],
          message: `${statementCalled(design, here)} asks for ${condition.key} ${value}, but the ${called(design, vpcAt.get(value)!)} has no endpoint of its own for it: through the ${called(design, endpoint!.id)} a request carries the ${called(design, endpoint!.vpc)}.`,
          fixes: rewrites(
            design,
            policy,
            `Ask for the VPC of the ${homes.size === 1 ? 'endpoint' : 'endpoints'}`,
            text,
          ),
        }
      }
  },
  examples: { bad: () => example('vpc-0bbbbbbb'), good: () => example('vpc-0aaaaaaa') },
}

const example = (id: string) =>
  buildDesign((b) => {
    const hub = b.vpc({ dnsHostnames: true, awsId: 'vpc-0aaaaaaa' })
    b.vpc({ cidrs: ['10.1.0.0/16'], awsId: 'vpc-0bbbbbbb' })
    b.interfaceEndpoint(hub, 'sqs', { subnets: [b.subnet(hub, { cidr: '10.0.1.0/24' })] })
    b.policyResource('arn:aws:sqs:us-east-1:111122223333:orders', {
      policy: policyOf({
        Effect: 'Allow',
        Principal: '*',
        Action: 'sqs:SendMessage',
        Resource: 'arn:aws:sqs:us-east-1:111122223333:orders',
        Condition: { StringEquals: { 'aws:SourceVpc': id } },
      }),
    })
  })
