import { constructOfKind, listOfKind } from '../../containment.ts'
import { createConstruct } from '../../kinds/createConstruct.ts'
import type { ConstructOf } from '../../kinds/registry.ts'
import { RESOURCE_SHAPES, resourceArn } from '../../kinds/resourceShapes.ts'
import { newId } from '../../newId.ts'
import { arrivalProblem } from '../lieIn.ts'
import { nextHostAddress } from '../nextFree.ts'
import { ownerIn } from '../ownerIn.ts'
import { blockText, type Fillers } from './filling.ts'

/** Tables, gateways, filters, clients and hosts. */
export const basics: Fillers<
  | 'internet-host'
  | 'route-table'
  | 'internet-gateway'
  | 'nat-gateway'
  | 'security-group'
  | 'network-acl'
  | 'prefix-list'
  | 'client'
  | 'firewall-rule-group'
  | 'iam-role'
  | 'policy-resource'
  | 'iam-user'
  | 's3-access-point'
> = {
  'internet-host': ({ design }, blank) => {
    const address = nextHostAddress(design)
    return { construct: { ...blank, addresses: [address] }, sentence: `Adds an internet host at ${address}` }
  },
  'route-table': ({ container }, blank) => ({
    construct: blank,
    sentence: `Adds a route table to ${container?.name}; subnets use it once they are associated`,
  }),
  'internet-gateway': ({ design, container }, blank) => {
    const problem = container && arrivalProblem(design, blank, container)
    return problem
      ? { refusal: problem }
      : { construct: blank, sentence: `Attaches an internet gateway to ${container?.name}` }
  },
  'nat-gateway': ({ container }, blank) => ({
    construct: blank,
    sentence: `NAT gateway gets an address from ${blockText(container)}`,
  }),
  'security-group': ({ container }, blank) => ({
    construct: blank,
    sentence: `Adds a security group to ${container?.name}`,
  }),
  'network-acl': ({ container }, blank) => ({
    construct: blank,
    sentence: `Adds a network ACL to ${container?.name}; subnets use it once they are associated`,
  }),
  'prefix-list': ({ container }, blank) => ({ construct: blank, sentence: `Adds a prefix list to ${container?.name}` }),
  client: ({ container }, blank) => {
    const subnet = container as ConstructOf<'subnet'>
    const publicIp = subnet.mapPublicIpOnLaunch ? 'auto' : 'none'
    return {
      construct: { ...blank, interfaces: blank.interfaces.map((one) => ({ ...one, publicIp })) },
      sentence: `Client gets an address from ${blockText(subnet)}${publicIp === 'auto' ? ' and a public one' : ''}`,
    }
  },
  'firewall-rule-group': ({ design, container }, blank) => {
    const owner = ownerIn(design)
    return {
      construct: { ...blank, account: owner.id },
      sentence: `Adds a firewall rule group to ${container?.name}; firewalls use it once they name it`,
      also: owner.edits,
    }
  },
  'iam-role': ({ design }, blank) => {
    const owner = ownerIn(design)
    return {
      construct: { ...blank, account: owner.id },
      sentence: 'Adds an IAM role: draw a line to it from the client that calls by it',
      also: owner.edits,
    }
  },
  'policy-resource': ({ design, container, form }, blank) => {
    const owner = ownerIn(design)
    const account = constructOfKind(design, owner.id, 'account')?.accountId ?? '111122223333'
    const region = container?.kind === 'region' ? container.code : 'us-east-1'
    const like = `arn:aws:logs:${region}:${account}:log-group:${blank.id}`
    const shape = RESOURCE_SHAPES[form ?? '']
    const ownName = blank.id.replace('policy-resource', shape?.noun.split(' ').at(-1) ?? '')
    const arn = form !== null && shape ? resourceArn(form, ownName, like) : like
    return {
      construct: { ...blank, account: owner.id, arn },
      sentence: shape
        ? `Adds ${shape.noun} to ${container?.name}`
        : `Adds an AWS resource to ${container?.name}: the inspector asks which, by its ARN`,
      also: owner.edits,
    }
  },
  'iam-user': ({ design }, blank) => {
    const owner = ownerIn(design)
    return { construct: { ...blank, account: owner.id }, sentence: 'Adds an IAM user', also: owner.edits }
  },
  's3-access-point': ({ design, container }, blank) => {
    const bucket = listOfKind(design, 's3-bucket').find(({ region }) => region === container?.id)
    if (bucket)
      return {
        construct: { ...blank, bucket: bucket.id, account: bucket.account },
        sentence: `Adds an access point of ${bucket.name}`,
      }
    const owner = ownerIn(design)
    const id = newId(design, 's3-bucket')
    const made = { ...createConstruct('s3-bucket', id, id, blank.region), account: owner.id }
    return {
      construct: { ...blank, bucket: id, account: owner.id },
      sentence: `Adds an access point of a new bucket, ${made.bucketName}`,
      also: [...owner.edits, { kind: 'add', construct: made }],
    }
  },
}
