import { listChoices, listWords } from '../base/words.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { accessOf } from '../topology/access/accessOf.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { conditionsOn, isPositive, placeOfCondition, withCondition } from './parts/conditionsOf.ts'
import { endpointsFor, prefixesIn } from './parts/endpointsFor.ts'
import { policyOf } from './parts/examplePolicies.ts'
import { statementCalled, statementsHere, writePolicy } from './parts/policiesHere.ts'

/** Only where every endpoint that may be meant has an id that is known. Source: IAM guide, aws:SourceVpce. */
export const sourceVpceNotDrawn: Check = {
  id: 'source-vpce-not-drawn',
  severity: 'advice',
  title: 'Policy that asks for an endpoint which is not there',
  why: 'Requests carry aws:SourceVpce only where they come through an endpoint for the service, and then its id. An endpoint that is made anew has another id.',
  learnMore: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies-vpc-endpoint.html',
  *find({ topology, design }) {
    const { idOf } = accessOf(topology)
    for (const here of statementsHere(topology))
      for (const condition of conditionsOn(here, 'aws:sourcevpce')) {
        const { statement, policy } = here
        if (condition.values.some((value) => !/^vpce-[0-9a-z]+$/.test(value))) continue
        const endpoints = endpointsFor(topology, here)
        const ids = endpoints.flatMap(({ id }) => idOf(id) ?? [])
        const strange = condition.values.filter((value) => !ids.includes(value))
        if (ids.length < endpoints.length || strange.length < condition.values.length) continue
        const others = statement.conditions.length > 1 ? ' that meets its other conditions' : ''
        const consequence = isPositive(condition)
          ? `its ${statement.effect} is about no request of this design`
          : `its ${statement.effect} is about every request of this design${others}`
        const text = endpoints.length === 1 ? withCondition(here, condition, { values: ids }) : null
        yield {
          at: [placeOfCondition(here, condition)],
          message: `${statementCalled(design, here)} asks for ${listChoices(strange)}, and ${endpoints.length === 0 ? `the design has no endpoint${(prefixesIn(here) ?? []).length > 0 ? ` for ${listWords(prefixesIn(here) ?? [])}` : ''}` : `no endpoint of the design that it may mean has that id`}: ${consequence}.`,
          fixes: text
            ? [
                {
                  title: `Ask for ${ids[0]}, the ${called(design, endpoints[0]!.id)}`,
                  safety: 'review',
                  edits: [writePolicy(design, policy, text)],
                },
              ]
            : [],
        }
      }
  },
  examples: { bad: () => example('vpce-0ddddddd'), good: () => example('vpce-0a1b2c3d') },
}

const example = (id: string) =>
  buildDesign((b) => {
    const vpc = b.vpc({ dnsHostnames: true })
    b.gatewayEndpoint(vpc, 's3', { routeTables: [b.mainTable(vpc)], awsId: 'vpce-0a1b2c3d' })
    b.s3Bucket('reports', {
      policy: policyOf({
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::reports/*',
        Condition: { StringNotEquals: { 'aws:SourceVpce': id } },
      }),
    })
  })
