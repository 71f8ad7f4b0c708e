import { expect, it } from 'vitest'
import { importTexts } from '../testing/importTexts.ts'

const ARN = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/group/0123456789abcdef'
const portOf = (Protocol: string, Port: number, HealthCheckPort: string) => {
  const group = { TargetGroupArn: ARN, TargetGroupName: 'group', TargetType: 'instance', VpcId: 'vpc-1' }
  const { design } = importTexts([
    {
      path: '111122223333/us-east-1/all.json',
      text: JSON.stringify({
        Vpcs: [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16' }],
        LoadBalancerTargetHealth: [{ TargetGroupArn: ARN, TargetHealthDescriptions: [] }],
        TargetGroups: [{ ...group, Protocol, Port, HealthCheckPort, HealthCheckProtocol: 'TCP' }],
      }),
    },
  ])
  const [found] = Object.values(design.constructs).filter((one) => one.kind === 'target-group')
  return found?.healthCheckPort
}

it('the targets’ own port is AWS’s default for all but appliances, which it asks on port 80', () => {
  expect(portOf('TCP', 443, 'traffic-port')).toBe(null)
  expect(portOf('TCP', 443, '8080')).toBe(8080)
  expect(portOf('GENEVE', 6081, 'traffic-port')).toBe(6081)
  expect(portOf('GENEVE', 6081, '80')).toBe(80)
})
