import { idOf } from '../aws/value.ts'
import { nameOf } from '../plan/planExport.ts'
import { held } from './argument.ts'
import { call, recordedCall } from './call.ts'
import { makeTagged, markOnce, persist, run, runOnce, type StepsOf, silently, waiter, waitFor } from './line.ts'
import { readDefaultGroup } from './security-group.ts'

export const vpc: StepsOf<'vpc'> = {
  'dhcp-options': {
    create: (part, stack, settings) =>
      makeTagged(stack, part, {
        thing: 'DhcpOptions',
        parameters: settings,
        found: ['describe-dhcp-options', 'DhcpOptions[].DhcpOptionsId'],
      }),
    remove: [
      persist('InvalidDhcpOptionID.NotFound', recordedCall('ec2 delete-dhcp-options', { DhcpOptionsId: held('id') })),
    ],
  },
  vpc: {
    create: (part, stack, { CidrBlock, InstanceTenancy, ...attributes }) => [
      ...makeTagged(stack, part, { thing: 'Vpc', parameters: { CidrBlock, InstanceTenancy } }),
      waiter(stack, 'ec2 vpc-available', { VpcIds: [idOf(part.key)] }),
      // One attribute a call
      ...Object.entries(attributes).flatMap(([name, Value]) =>
        Value === undefined
          ? []
          : [silently(call(stack, 'ec2 modify-vpc-attribute', { VpcId: idOf(part.key), [name]: { Value } }))],
      ),
    ],
    remove: [persist('InvalidVpcID.NotFound', recordedCall('ec2 delete-vpc', { VpcId: held('id') }))],
  },
  'vpc-cidr': {
    create: (part, stack, settings) => [
      runOnce(stack, part, [run(call(stack, 'ec2 associate-vpc-cidr-block', settings))]),
    ],
    remove: null,
  },
  'vpc-ipv6': {
    create: (part, stack, settings) => {
      const block = (field: string) =>
        call(
          stack,
          'ec2 describe-vpcs',
          { VpcIds: [idOf(part.vpc)] },
          `Vpcs[0].Ipv6CidrBlockAssociationSet[${part.number}].${field}`,
        )
      return [
        markOnce(stack, nameOf(stack, part.key), { call: block('AssociationId') }, [
          run(call(stack, 'ec2 associate-vpc-cidr-block', settings)),
        ]),
        waitFor('associated', block('Ipv6CidrBlockState.State')),
        { line: 'block', key: part.key, what: 'IPv6 block of the VPC', from: { call: block('Ipv6CidrBlock') } },
      ]
    },
    remove: null,
  },
  'dhcp-association': {
    create: (_, stack, settings) => [silently(call(stack, 'ec2 associate-dhcp-options', settings))],
    remove: null,
  },
  'default-group': { create: readDefaultGroup, remove: null },
}
