import { loadCatalogue } from '../../../aws/index.ts'
import { buildDesign, type DesignBuilder } from '../../../model/testing/designBuilder.ts'
import { compileTopology } from '../../../topology/index.ts'
import { simulate } from '../../simulate.ts'
import type { Verdict } from '../../verdict.ts'
import type { LookupStep } from '../asking.ts'

const catalogue = await loadCatalogue()

/** What came of a question: the verdict, the words of the lookup, and all the addresses in them. */
export interface Asked {
  readonly verdict: Verdict
  readonly lookup: readonly LookupStep[]
  readonly answers: readonly string[]
}

/** A VPC `vpc` (10.0.0.0/16, DNS hostnames on) with a subnet `subnet` and the client `asker`; `draw` adds the rest. Answers with a function that asks for names on port 443. */
export function askedIn(
  draw: (b: DesignBuilder, vpc: string, subnet: string) => void,
  vpcFields: object = {},
): (to: string, from?: string) => Asked {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ id: 'vpc', cidrs: ['10.0.0.0/16'], dnsHostnames: true, ...vpcFields })
    const subnet = b.subnet(vpc, { id: 'subnet', cidr: '10.0.1.0/24' })
    b.ec2(subnet, { id: 'asker', privateIp: '10.0.1.5' })
    draw(b, vpc, subnet)
  })
  const topology = compileTopology(design, catalogue)
  return (to, from = 'asker') => {
    const verdict = simulate(topology, { from, to, protocol: 'tcp', port: 443 })
    const steps = verdict.branches[0]!.legs[0]?.hops.flatMap((hop) => hop.steps) ?? []
    const lookup = steps.filter((step) => step.kind === 'resolve-name')
    return { verdict, lookup, answers: [...new Set(lookup.flatMap((step) => step.detail.answers))] }
  }
}
