import { listOfKind } from '../model/containment.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { change } from './parts/change.ts'
import { place } from './parts/place.ts'

/** Source: Route 53 guide, quotas on Route 53 Profiles. */
export const oneProfilePerVpc: Check = {
  id: 'one-profile-per-vpc',
  severity: 'error',
  title: 'Second Route 53 Profile of a VPC',
  why: 'A VPC is associated with one Route 53 Profile at most.',
  learnMore: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html',
  *find({ design }) {
    const holders = new Map<string, string>()
    for (const profile of listOfKind(design, 'route-53-profile'))
      for (const [index, vpc] of profile.vpcs.entries()) {
        const other = holders.get(vpc)
        if (other === undefined) holders.set(vpc, profile.id)
        else if (other !== profile.id)
          yield {
            at: [place(profile.id, 'vpcs', index), place(other, 'vpcs')],
            message: `The ${called(design, vpc)} already has the ${called(design, other)}; the ${called(design, profile.id)} cannot be associated too.`,
            fixes: [
              {
                title: `Take the ${called(design, vpc)} off the ${called(design, profile.id)}`,
                safety: 'review',
                edits: [change('route-53-profile', profile.id, { vpcs: profile.vpcs.toSpliced(index, 1) })],
              },
            ],
          }
      }
  },
  examples: { bad: () => example(true), good: () => example(false) },
}

const example = (both: boolean) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    b.profile({ id: 'profile-a', vpcs: [vpc] })
    b.profile({ id: 'profile-b', vpcs: both ? [vpc] : [] })
  })
