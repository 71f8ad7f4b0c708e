import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { exportDesign } from './index.ts'

const catalogue = await loadCatalogue()

const drawn = (state: 'active' | 'pending-acceptance') =>
  buildDesign((b) => {
    const [left, right] = [
      b.vpc({ cidrs: ['10.0.0.0/16'], id: 'left' }),
      b.vpc({ cidrs: ['10.1.0.0/16'], id: 'right' }),
    ]
    b.set<'peering-connection'>(b.peering(left, right, { id: 'bridge' }), { state })
    const callers = b.securityGroup(left, { id: 'callers' })
    b.securityGroup(right, { id: 'servers', ingress: [['tcp', 443, callers]] })
  })
const exported = (state: 'active' | 'pending-acceptance', format: 'cli' | 'cloudformation' | 'terraform') => {
  const { files, remarks } = exportDesign(drawn(state), catalogue, format)
  const text = files.map((one) => one.text).join('\n')
  return { text, remarks: remarks.map(({ message }) => message).join('\n') }
}

test('a rule names a group of a peered VPC, once the connection is active', () => {
  const { text, remarks } = exported('active', 'cli')
  expect(remarks).not.toContain('callers')
  const rule = text.indexOf('"GroupId":"\'"$id_Callers"')
  expect(rule).toBeGreaterThan(text.indexOf('ec2 accept-vpc-peering-connection'))
  expect(exported('active', 'cloudformation').text).toMatch(
    /Type: AWS::EC2::SecurityGroupIngress\n +DependsOn:\n +- Bridge\n[^#]*?SourceSecurityGroupId: !GetAtt Callers.GroupId/,
  )
  expect(exported('active', 'terraform').text).toMatch(/referenced_security_group_id += aws_security_group.callers.id/)
})

test('without an active connection AWS would refuse the rule: it is left out and said', () => {
  const { text, remarks } = exported('pending-acceptance', 'cli')
  expect(remarks).toContain('the reference to “callers” is left out')
  expect(text).not.toContain('"GroupId":"\'"$id_Callers"')
})
