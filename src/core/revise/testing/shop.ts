import { strToU8 } from 'fflate'
import { loadCatalogue } from '../../aws/index.ts'
import { importFiles } from '../../import/index.ts'
import { applyEdits, type Construct, type Design, planRemoval } from '../../model/index.ts'
import { planAddition } from '../../model/plans/planAddition.ts'
import { diffLines } from '../lines/diffLines.ts'
import { reviseTemplate } from '../reviseTemplate.ts'
import type { ReviseChoices, Revision } from '../types.ts'

export const catalogue = await loadCatalogue()
/** A network as somebody may write it, with parameters, a mapping, conditions and remarks. */
export const SHOP = `# The network of the shop
Parameters:
  Blocks: {Type: CommaDelimitedList, Default: "10.0.1.0/24, 10.0.2.0/24"}
  Port: {Type: Number, Default: 443}
  Wide: {Type: String, Default: "yes"}
Mappings:
  Sizes:
    db: {Block: 10.0.3.0/24}
Conditions:
  IsWide: !Equals [!Ref Wide, "yes"]
Resources:
  Net: # main
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
      EnableDnsHostnames: !If [IsWide, true, false]
      Tags:
        - {Key: Name, Value: shop}   # as people call it
  Front:
    Type: AWS::EC2::Subnet
    DependsOn: [Way, Back]
    Properties: {VpcId: !Ref Net, CidrBlock: !Select [0, !Ref Blocks], AvailabilityZone: !Select [0, !GetAZs ""]}
  Back:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Net, CidrBlock: !Select [1, !Ref Blocks], AvailabilityZone: !Select [1, !GetAZs ""]}
  Data:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Net, CidrBlock: !FindInMap [Sizes, db, Block], AvailabilityZone: !Select [0, !GetAZs ""]}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Net}}
  FrontTable: {Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {SubnetId: !Ref Front, RouteTableId: !Ref Table}}
  # out of the house
  Way: {Type: AWS::EC2::InternetGateway}
  WayNet: {Type: AWS::EC2::VPCGatewayAttachment, Properties: {VpcId: !Ref Net, InternetGatewayId: !Ref Way}}
  Out:
    Type: AWS::EC2::Route
    DependsOn: WayNet
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Way}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Web
      VpcId: !Ref Net
      SecurityGroupIngress:
        # from everywhere
        - IpProtocol: tcp
          FromPort: !Ref Port
          ToPort: !Ref Port
          CidrIp: 0.0.0.0/0
  FromNet:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !GetAtt Group.GroupId, IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: !GetAtt Net.CidrBlock}
  Job:
    Type: AWS::ECS::TaskSet
    Properties: {NetworkConfiguration: {AwsVpcConfiguration: {Subnets: [!Ref Data]}}}
Outputs:
  Front: {Value: !Ref Front}
  Back: {Value: !Ref Back, Description: the back}
`

type Files = Readonly<Record<string, string>>
/** The design of templates: of the shop, or of others. */
export function open(files: Files = { 'net.yaml': SHOP }, parameters: Readonly<Record<string, string>> = {}): Design {
  const result = importFiles(
    Object.entries(files).map(([path, text]) => ({ path, bytes: strToU8(text) })),
    { catalogue, parameters },
  )
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.design
}
/** The design with fields of a construct changed. */
export const change = <K extends Construct>(design: Design, id: string, fields: Partial<K>): Design => ({
  ...design,
  constructs: { ...design.constructs, [id]: { ...design.constructs[id]!, ...fields } as Construct },
})
/** The design without a construct. */
export const remove = (design: Design, id: string): Design => applyEdits(design, planRemoval(design, [id])).design
/** The design with one construct more. */
export function add(design: Design, kind: Construct['kind'], parent: string | null): Design {
  const plan = planAddition(design, kind, parent, { x: 0, y: 0 })
  if (!plan.ok) throw new Error(JSON.stringify(plan))
  return applyEdits(design, plan.edits).design
}
/** Its templates with what was changed; throws where there are none. */
export function revise(design: Design, choices?: ReviseChoices): Revision {
  const revision = reviseTemplate(design, catalogue, choices)
  if (typeof revision === 'string') throw new Error(revision)
  return revision
}
/** What differs, a line each: `- …` and `+ …`. */
export const differing = ({ files }: Revision): readonly string[] =>
  files.flatMap(({ before, after }) =>
    diffLines(before, after).flatMap(({ lines }) =>
      lines.flatMap(({ kind, text }) => (kind === 'same' ? [] : [`${kind === 'gone' ? '-' : '+'} ${text.trim()}`])),
    ),
  )
/** What is not in the templates, in words. */
export const left = ({ leftOver }: Revision): readonly string[] => leftOver.map(({ words }) => words)

/** The security group of the shop. */
export const group = (design: Design) => design.constructs.Group as Extract<Construct, { kind: 'security-group' }>
/** The design with another port in each rule of that group. */
export const withPort = (design: Design, port: number): Design =>
  change<Extract<Construct, { kind: 'security-group' }>>(design, 'Group', {
    ingress: group(design).ingress.map((rule) => (rule.ports ? { ...rule, ports: { from: port, to: port } } : rule)),
  })
