import { commonServiceName } from '../aws/serviceForms.ts'
import { listOfKind } from '../model/containment.ts'
import type { Design } from '../model/design.ts'
import { nameIn } from '../model/nameIn.ts'
import type { Verdict } from '../sim/verdict.ts'

/** Codes of an API of API Gateway that is asked at its public addresses, and is a private one or may be. */
const AT_PUBLIC_ADDRESSES: ReadonlySet<Verdict['code']> = new Set(['API_NOT_DRAWN', 'API_IS_PRIVATE'])

/** Why the name led there: private DNS counts in the endpoint’s own VPC alone. Source: API Gateway guide, private APIs; Route 53 guide, inbound endpoints. */
export function* explainPrivateApi({ code, branches }: Verdict, design: Design): Generator<string> {
  if (!AT_PUBLIC_ADDRESSES.has(code)) return
  const hops = branches[0]?.legs[0]?.hops ?? []
  const steps = hops.flatMap((hop) => hop.steps)
  const said = steps.findLast((step) => step.kind === 'resolve-name')
  if (said?.kind !== 'resolve-name') return
  const service = said.detail.service?.name
  const endpoint = listOfKind(design, 'interface-endpoint').find(
    (one) => one.privateDns && commonServiceName(one.service) === service && one.vpc !== hops[0]?.at,
  )
  if (endpoint)
    yield `${said.detail.name} is answered from public DNS here, since private DNS of ${nameIn(design, endpoint.id)} counts in the VPC ${nameIn(design, endpoint.vpc)} alone. Callers elsewhere reach a private API where its name is forwarded to an inbound Resolver endpoint of that VPC.`
}
