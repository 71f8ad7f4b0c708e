import { describe, expect, test } from 'vitest'
import { reviseTemplate } from './reviseTemplate.ts'
import { add, catalogue, change, differing, left, open, remove, revise } from './testing/shop.ts'

describe('what cannot be brought into the template is told, and nothing is broken', () => {
  test('a resource that others need stays', () => {
    const revision = revise(remove(open(), 'Data'))
    expect(left(revision)).toEqual([
      'Subnet “Data” is still in the template: Data stays in the template, since Job refers to it',
    ])
    expect(differing(revision)).toEqual([])
  })
  test('what a loop makes', () => {
    const text = `Transform: AWS::LanguageExtensions
Resources:
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Fn::ForEach::Each:
    - Letter
    - [A, B]
    - Subnet\${Letter}:
        Type: AWS::EC2::Subnet
        Properties: {VpcId: !Ref Net, CidrBlock: !If [Never, 10.0.1.0/24, 10.0.1.0/24], AvailabilityZone: !Sub "\${AWS::Region}a"}
Conditions: {Never: !Equals [a, b]}
`
    const revision = revise(change(open({ 'net.yaml': text }), 'SubnetA', { mapPublicIpOnLaunch: true }))
    expect(left(revision)).toEqual([
      expect.stringMatching(
        /^Subnet “SubnetA” is in the template without the change of Auto-assign.*: the loop Fn::ForEach::Each makes it \(net\.yaml, line 4\)/,
      ),
    ])
    expect(differing(revision)).toEqual([])
  })
  test('what an alias repeats', () => {
    const text = `Resources:
  Net: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A: {Type: AWS::EC2::Subnet, Properties: &same {VpcId: !Ref Net, CidrBlock: 10.0.1.0/24, AvailabilityZone: us-east-1a}}
  B: {Type: AWS::EC2::Subnet, Properties: *same}
`
    for (const id of ['A', 'B']) {
      const revision = revise(change(open({ 'net.yaml': text }), id, { cidr: '10.0.2.0/24' }))
      expect(left(revision)).toEqual([expect.stringMatching(/without the change of IPv4 block: /)])
      expect(differing(revision)).toEqual([])
    }
  })
  test('what lies outside of AWS, in another Region, or in the drawing alone', () => {
    const design = add(open(), 'on-premises-network', null)
    expect(
      left(
        revise({
          ...design,
          requests: [{ id: 'q', name: '', request: { from: 'a', to: 'b', protocol: 'tcp', port: 1 }, expect: null }],
        }),
      ),
    ).toEqual([
      expect.stringMatching(/^On-premises network .* is kept in the design: no template makes it$/),
      'The saved requests are kept in the design',
    ])
  })
  test('a template that is read otherwise than then', () => {
    const design = open()
    const revision = revise({ ...design, source: { ...design.source!, reading: '0'.repeat(16) } })
    expect(left(revision)).toEqual([expect.stringMatching(/^The template is read otherwise/)])
  })
  test('a design without a template, or with one that is none', () => {
    const { source, ...design } = open()
    expect(reviseTemplate(design, catalogue)).toMatch(/was not made of a template/)
    const broken = { ...source!, files: [{ path: 'net.yaml', text: 'Resources: {Net: {Type: AWS::EC2::VPC' }] }
    expect(reviseTemplate({ ...design, source: broken }, catalogue)).toMatch(/can no longer be read: net\.yaml: /)
  })
})
