import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { exportDesign } from './index.ts'
import { parseTemplate } from './testing/parseTemplate.ts'

const catalogue = await loadCatalogue()

/** Two transit gateways that are peered, each with a table for it. */
const peered = (far: string) =>
  buildDesign((b) => {
    const region = far === 'us-east-1' ? 'region-1' : b.region(far)
    const hub = b.transitGateway({ id: 'hub' })
    const other = b.transitGateway({ id: 'other', region })
    const bridge = b.transitPeering(hub, other, { id: 'bridge' })
    for (const [gateway, cidr] of [
      [hub, '10.2.0.0/16'],
      [other, '10.1.0.0/16'],
    ] as const)
      b.set<'transit-gateway-route-table'>(b.transitTable(gateway, [], { id: `${gateway}-table` }), {
        associations: [bridge],
        routes: [{ destination: { cidr }, target: bridge }],
      })
  })

const filesOf = (far: string, format: 'cli' | 'powershell' | 'cloudformation') =>
  new Map(exportDesign(peered(far), catalogue, format).files.map(({ path, text }) => [path, text]))
/** The id by which a call of the script names the attachment of a table. */
const attachmentIn = (script: string, call: string, table: string): string | undefined =>
  new RegExp(
    `${call}[^#]*?--transit-gateway-route-table-id "\\$id_${table}"[^#]*?--transit-gateway-attachment-id "\\$id_(\\w+)"`,
  ).exec(script.replaceAll('\\\n', ''))?.[1]

test('within a Region a peering is accepted by the id of the accepter’s side, and each table names its own side', () => {
  const script = filesOf('us-east-1', 'cli').get('create.sh')!
  const plain = script.replaceAll(/['"\\]/g, '')
  expect(plain).toContain('RequesterTgwInfo.TransitGatewayId==$id_Hub && AccepterTgwInfo.TransitGatewayId==$id_Other')
  expect(plain).toContain('TransitGatewayAttachmentId!=$id_Bridge')
  expect(script.replaceAll(/\\\n\s*/g, '')).toMatch(
    /accept-transit-gateway-peering-attachment --region "\$RegionUsEast1" --transit-gateway-attachment-id "\$id_BridgeAcceptance"/,
  )
  for (const call of ['associate-transit-gateway-route-table', 'create-transit-gateway-route ']) {
    expect(attachmentIn(script, call, 'HubTable')).toBe('Bridge')
    expect(attachmentIn(script, call, 'OtherTable')).toBe('BridgeAcceptance')
    // usable once it is accepted
    expect(script.indexOf(call)).toBeGreaterThan(script.indexOf('accept-transit-gateway-peering-attachment'))
  }
  const shell = filesOf('us-east-1', 'powershell').get('create.ps1')!
  expect(shell).toContain('[string]$_.RequesterTgwInfo.TransitGatewayId')
})

test('between Regions both sides go by one id', () => {
  const script = filesOf('eu-west-1', 'cli').get('create.sh')!
  expect(script).not.toContain('RequesterTgwInfo')
  expect(script).toContain('id_BridgeAcceptance="$id_Bridge"')
})

test('a stack waits with both sides until the peering is accepted', () => {
  const files = filesOf('us-east-1', 'cloudformation')
  const { Resources } = parseTemplate(files.get('template.yaml')!) as unknown as {
    Resources: Record<string, { Condition: string; Properties: Record<string, unknown> }>
  }
  const made = Object.entries(Resources).filter(([name]) => /Table(Association|Route)/.test(name))
  expect(made.map(([name, { Condition }]) => [name, Condition])).toEqual(
    made.map(([name]) => [name, 'HasBridgeAcceptance']),
  )
  expect(
    made.map(([name, { Properties }]) => [name.slice(0, 8), Properties.TransitGatewayAttachmentId]).sort(),
  ).toEqual([
    ['HubTable', { Ref: 'Bridge' }],
    ['HubTable', { Ref: 'Bridge' }],
    ['OtherTab', { Ref: 'BridgeAcceptance' }],
    ['OtherTab', { Ref: 'BridgeAcceptance' }],
  ])
  expect(files.get('deploy.sh')).toMatch(/id_BridgeAcceptance=\$\(aws ec2 describe-transit-gateway-peering-attachments/)
})

test('what AWS makes with a VPC has the drawn name, and the tag by which the teardown knows it', () => {
  const design = buildDesign((b) => {
    const vpc = b.vpc({ cidrs: ['10.0.0.0/16'] })
    b.set<'vpc'>(vpc, {
      defaultSecurityGroup: b.securityGroup(vpc, { name: 'usual group' }),
      defaultNetworkAcl: b.networkAcl(vpc, { name: 'usual acl' }),
    })
  })
  const script = exportDesign(design, catalogue, 'cli').files.find(({ path }) => path === 'create.sh')!.text
  const tagged = [
    ...script.replaceAll(/\\\n\s*/g, '').matchAll(/ec2 create-tags .*--resources "\$(\w+)" --tags "(.*)"/g),
  ]
  expect(tagged.map(([, id, tags]) => [id, tags])).toMatchObject([
    ['id_SecurityGroup1', expect.stringContaining('usual group')],
    ['id_NetworkAcl1', expect.stringContaining('usual acl')],
  ])
})
