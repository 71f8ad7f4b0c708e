import type { PolicyUse } from '../../model/kinds/policyUse.ts'
import { formatPolicy } from './formatPolicy.ts'

/** A policy to go on from: one statement with all the elements that it has to have there. `prefix` is that of the service. */
export function beginPolicy(use: PolicyUse, prefix: string | null): string {
  const who = {
    identity: {},
    boundary: {},
    session: {},
    scp: {},
    trust: { Principal: { Service: 'ec2.amazonaws.com' } },
    resource: { Principal: '*' },
    endpoint: { Principal: '*' },
    rcp: { Principal: '*' },
  }[use]
  const Action = use === 'trust' ? 'sts:AssumeRole' : prefix === null ? '*' : `${prefix}:*`
  // a resource control policy can only deny, and what a resource lets in nobody wants to open by a click
  const Effect = use === 'rcp' || use === 'resource' ? 'Deny' : 'Allow'
  const what = use === 'trust' ? {} : { Resource: '*' }
  const Statement = [{ Effect, ...who, Action, ...what }]
  return formatPolicy(JSON.stringify({ Version: '2012-10-17', Statement }))
}
