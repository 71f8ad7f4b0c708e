import { expect, test } from 'vitest'
import { importTexts } from './testing/importTexts.ts'

const folder = (key: string, list: unknown) => ({
  path: `us-east-1/${key}.json`,
  text: JSON.stringify({ [key]: list }),
})
const network = [
  folder('Vpcs', [{ VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', OwnerId: '111111111111' }]),
  folder('Subnets', [
    { SubnetId: 'subnet-1', VpcId: 'vpc-1', CidrBlock: '10.0.1.0/24', AvailabilityZone: 'us-east-1a' },
  ]),
]
const workloadsIn = (key: string, list: unknown, id: string) => {
  const construct = importTexts([...network, folder(key, list)]).design.constructs[id]
  return construct?.kind === 'client' ? construct.workloads : null
}

const instance = (tags: Readonly<Record<string, string>>) => [
  {
    Instances: [
      {
        InstanceId: 'i-1',
        State: { Name: 'running' },
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        NetworkInterfaces: [
          { NetworkInterfaceId: 'eni-1', SubnetId: 'subnet-1', VpcId: 'vpc-1', PrivateIpAddress: '10.0.1.9' },
        ],
      },
    ],
  },
]
test.each([
  [{ 'eks:cluster-name': 'main', 'aws:eks:cluster-name': 'main' }, ['eks-node']],
  [{ 'aws:elasticmapreduce:job-flow-id': 'j-1' }, ['emr-node']],
  [{ 'elasticbeanstalk:environment-id': 'e-1' }, ['elastic-beanstalk']],
  [{ AmazonECSManaged: '' }, ['ecs-ec2']],
  [{ 'kubernetes.io/cluster/main': 'owned', Name: 'EKS node' }, []],
])('an instance with the tags %j runs %j', (tags, workloads) => {
  expect(workloadsIn('Reservations', instance(tags), 'i-1')).toEqual(workloads)
})

const networkInterface = (description: string, type = 'interface') => [
  {
    NetworkInterfaceId: 'eni-1',
    SubnetId: 'subnet-1',
    VpcId: 'vpc-1',
    PrivateIpAddress: '10.0.1.9',
    InterfaceType: type,
    Description: description,
    RequesterManaged: true,
    Status: 'in-use',
  },
]
test.each([
  ['Attached to Glue using role: arn:aws:iam::111111111111:role/glue', ['glue-job']],
  ['[DO NOT DELETE] ENI managed by SageMaker for Studio Domain(d-1) - 0', ['sagemaker-studio']],
  ['DMSNetworkInterface', ['dms-instance']],
  ['AWS Lambda VPC ENI-orders-11111111-2222-3333-4444-555555555555', ['lambda']],
  ['arn:aws:ecs:us-east-1:111111111111:attachment/1', []],
  ['RDSNetworkInterface', []],
])('an interface that is described as %j is for %j', (description, workloads) => {
  expect(workloadsIn('NetworkInterfaces', networkInterface(description), 'eni-1')).toEqual(workloads)
})
