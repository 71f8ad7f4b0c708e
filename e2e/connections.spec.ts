import { expect } from '@playwright/test'
import { serialiseDesign } from '../src/core/model/index.ts'
import { buildDesign } from '../src/core/model/testing/designBuilder.ts'
import { storyTest as test } from './storyTest.ts'

test('two VPCs are peered with the mouse, routed on both sides, and reach each other', async ({ app }) => {
  const { canvas, request, bar } = app
  const design = buildDesign((b) => {
    for (const [name, net] of [
      ['near', '10.0'],
      ['far', '10.1'],
    ] as const) {
      const vpc = b.vpc({ name, cidrs: [`${net}.0.0/16`] })
      const open = b.securityGroup(vpc, { name: `${name}-open`, ingress: [['tcp', 443, '10.0.0.0/8']] })
      b.ec2(b.subnet(vpc, { name: `${name}-subnet`, cidr: `${net}.0.0/24` }), {
        name: `${name}-host`,
        securityGroups: [open],
      })
      b.mainTable(vpc, [], { name: `${name}-table` })
    }
  })
  await app.start.openFile({ name: 'two.json', text: serialiseDesign(design) })
  await request.ask('near-host', 'far-host')
  await expect(request.headline).toHaveText(/times out/)

  await canvas.select('near')
  await canvas.holdOver(canvas.knob('near'), canvas.node('far'), { across: 0.6, down: 0.02 })
  await expect(canvas.pill).toHaveText('Peers near with far; both sides still need routes')
  await canvas.letGo()
  await expect(canvas.node('peering-connection-1')).toBeVisible()

  for (const table of ['near-table', 'far-table']) {
    await canvas.select(table)
    await canvas.holdOver(canvas.knob(table), canvas.node('peering-connection-1'))
    await expect(canvas.pill).toHaveText(/^(near|far)-table sends 10\.[01]\.0\.0\/16 to Peering connection 1$/)
    await canvas.letGo()
  }
  await expect(request.headline).toHaveText(/Succeeds|Works/)
  await bar.undo.click()
  await expect(request.headline).toHaveText(/times out/)
})

test('an endpoint waits until its provider accepts it, on the canvas, and a rejected one is dead', async ({ app }) => {
  const { canvas, inspector, bar } = app
  const design = buildDesign((b) => {
    const provider = b.vpc({ name: 'provider', cidrs: ['10.1.0.0/16'] })
    const nlb = b.nlb(provider, { name: 'nlb', subnets: [b.subnet(provider, { name: 'behind', cidr: '10.1.0.0/24' })] })
    const service = b.endpointService([nlb], { name: 'service', acceptanceRequired: true })
    const vpc = b.vpc({ name: 'consumer' })
    const subnet = b.subnet(vpc, { name: 'subnet', cidr: '10.0.0.0/24' })
    b.interfaceEndpoint(vpc, service, { name: 'endpoint', subnets: [subnet], state: 'pendingAcceptance' })
  })
  await app.start.openFile({ name: 'service.json', text: serialiseDesign(design) })
  const endpoint = canvas.node('endpoint')
  await expect(endpoint).toContainText('pending acceptance')
  await canvas.select('endpoint')
  await canvas.action('Accept', 'endpoint').click()
  await expect(endpoint).toContainText('pending')
  await canvas.action('Skip the wait', 'endpoint').click()
  await expect(endpoint).not.toContainText('pending')

  await canvas.action('Reject', 'endpoint').click()
  await expect(endpoint).toContainText('rejected')
  await expect(canvas.action('Accept', 'endpoint')).toHaveCount(0)
  await bar.undo.click()
  await expect(endpoint).not.toContainText('rejected')

  await canvas.select('service')
  await inspector.open()
  await expect(inspector.panel.getByRole('list', { name: 'Connections' })).toContainText('endpoint · available')
})
