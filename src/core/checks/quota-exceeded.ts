import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { quotas } from './parts/quotas.ts'

/** The quotas and their source: `parts/quotas.ts`. */
export const quotaExceeded: Check = {
  id: 'quota-exceeded',
  severity: 'warning',
  title: 'More than AWS’s default quota',
  why: 'Every account starts with default quotas. Most are raised on request; until then AWS refuses what goes beyond.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html',
  *find({ design }) {
    for (const { what, limit, adjustable, count } of quotas)
      for (const { holder, number, at } of count(design)) {
        if (number <= limit) continue
        const raise = adjustable ? 'until the quota is raised' : 'and does not raise that'
        yield {
          at: [at],
          message: `The ${called(design, holder)} has ${number} ${what}; AWS allows ${limit} ${raise}.`,
        }
      }
  },
  examples: { bad: () => example(51), good: () => example(50) },
}

const example = (routes: number) =>
  buildDesign((b) => {
    const vpc = b.vpc()
    const gateway = b.internetGateway(vpc)
    b.routeTable(
      vpc,
      Array.from({ length: routes }, (_, i) => [`203.0.113.${i}/32`, gateway] as const),
    )
  })
