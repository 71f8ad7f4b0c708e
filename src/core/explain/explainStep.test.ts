import { expect, it } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { designOfCase, readCases } from '../sim/cases/testing/readCases.ts'
import { CODES } from '../sim/codes.ts'
import { type Step, simulate } from '../sim/index.ts'
import { compileTopology } from '../topology/index.ts'
import { explainStep } from './explainStep.ts'

const catalogue = await loadCatalogue()
const cases = readCases()
const steps: Step[] = []
for (const [file, one] of cases) {
  const topology = compileTopology(designOfCase(cases, file), catalogue)
  for (const { request } of one.requests)
    for (const branch of simulate(topology, request).branches)
      for (const leg of branch.legs) for (const hop of leg.hops) steps.push(...hop.steps)
}
const nameOf = (id: string) => id

it('puts every step of every golden case into whole sentences', () => {
  expect(steps.length).toBeGreaterThan(3000)
  for (const step of steps) {
    const { headline, detail } = explainStep(step, nameOf)
    const place = JSON.stringify(step)
    expect([place, headline]).toEqual([place, expect.stringMatching(/^\S.*[^.\s]$/)])
    if (detail !== null) expect([place, detail]).toEqual([place, expect.stringMatching(/^[A-Z0-9a-z].*[.]$/)])
    expect(`${headline} ${detail ?? ''}`).not.toMatch(/undefined|null|NaN|\[object| {2}/)
  }
})

it('says at every step that stops a request why, and what to change', () => {
  const stopping = steps.filter((step) => step.code !== null && CODES[step.code].kind === 'blocker')
  expect(stopping.length).toBeGreaterThan(150)
  for (const step of stopping) {
    const { detail, learnMore } = explainStep(step, nameOf)
    expect(learnMore).toMatch(/^https:/)
    expect([JSON.stringify(step), detail]).toEqual([JSON.stringify(step), expect.stringMatching(ADVICE)])
  }
})

/** Words that tell somebody to do something. */
const ADVICE =
  /\b(Add|add|Associate|Bring|Connect|Delete|Give|give|Allow|Send|Ask|Attach|Enable|Let|Lower|Make|Name|Point|Propagate|Put|Call|Register|Remove|Turn|Clear|Reach|Use) /

const trace = (draw: Parameters<typeof buildDesign>[0], from: string, to: string, port: number) => {
  const verdict = simulate(compileTopology(buildDesign(draw), catalogue), { from, to, protocol: 'tcp', port })
  const all = verdict.branches.flatMap((branch) => branch.legs.flatMap((leg) => leg.hops.flatMap((hop) => hop.steps)))
  return all.map((step) => explainStep(step, nameOf))
}

it('names the rule of an ACL by its number, and the number to stay below', () => {
  const said = trace(
    (b) => {
      const vpc = b.vpc()
      const [near, far] = [b.subnet(vpc, { cidr: '10.0.1.0/24' }), b.subnet(vpc, { cidr: '10.0.2.0/24' })]
      b.networkAcl(vpc, { name: 'acl-a', subnets: [near], egress: [[90, 'deny', 'tcp', 443, '0.0.0.0/0']] })
      b.ec2(near, { id: 'client-1' })
      b.ec2(far, { id: 'client-2', privateIp: '10.0.2.9' })
    },
    'client-1',
    '10.0.2.9',
    443,
  )
  const drop = said.find(({ headline }) => headline.startsWith('Network ACL acl-a drops'))
  expect(drop?.headline).toBe('Network ACL acl-a drops TCP 443 out to 10.0.2.9')
  expect(drop?.detail).toContain('By rule 90.')
  expect(drop?.detail).toContain('with a number below 90')
})

it('says of each endpoint that might have answered why it did not', () => {
  const said = trace(
    (b) => {
      const vpc = b.vpc({ dnsHostnames: true })
      const subnet = b.subnet(vpc, { cidr: '10.0.1.0/24' })
      const service = { subnets: [subnet] }
      b.interfaceEndpoint(vpc, 'sts', { ...service, id: 'sts-1' })
      b.interfaceEndpoint(vpc, 'dynamodb', { ...service, id: 'ddb-1' })
      b.ec2(subnet, { id: 'client-1' })
    },
    'client-1',
    'sts.amazonaws.com',
    443,
  )
  expect(said[0]?.detail).toBe(
    'Amazon’s resolver answers, from public DNS. sts-1 does not answer: its private DNS does not cover this name.',
  )
})
