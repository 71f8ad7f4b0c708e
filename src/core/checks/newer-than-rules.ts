import { datedLimits, limitsAsOf } from '../aws/datedLimits.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import type { Check } from './check.ts'
import { called } from './parts/called.ts'
import { newerUses } from './parts/newerUses.ts'

/** Limits and their dates: `core/aws/datedLimits.ts`. */
export const newerThanRules: Check = {
  id: 'newer-than-rules',
  severity: 'error',
  title: 'Newer than the rules of the design',
  why: 'The design is judged by AWS’s rules of a day in the past. What AWS brought later does not work by them.',
  learnMore: 'https://docs.aws.amazon.com/vpc/latest/privatelink/doc-history.html',
  *find({ design }) {
    if (design.rulesAsOf === 'latest') return
    const limits = limitsAsOf(design.rulesAsOf)
    for (const { id, what, until } of datedLimits) {
      if (until === null || !limits.has(id)) continue // what still holds is the business of the other checks
      for (const at of newerUses[id]?.(design) ?? [])
        yield {
          at: [at],
          message: `By the rules of ${design.rulesAsOf} the ${called(design, at.construct)} does not work so. ${what} That ended about ${until.slice(0, 7)}.`,
          fixes: [
            {
              title: 'Judge the design by today’s rules',
              safety: 'review',
              edits: [{ kind: 'settings', fields: { rulesAsOf: 'latest' } }],
            },
          ],
        }
    }
  },
  examples: { bad: () => example('2022-06-01'), good: () => example('2024-01-01') },
}

const example = (date: string) =>
  buildDesign((b) => {
    b.settings({ rulesAsOf: date })
    const vpc = b.vpc({ dnsHostnames: true })
    b.interfaceEndpoint(vpc, 's3', { subnets: [b.subnet(vpc, { cidr: '10.0.1.0/24' })] })
  })
