import { LARGEST_BGP_ASN } from '../aws/limits.ts'
import { vpnAttachmentQuery } from '../commands/byHand.ts'
import { answer, type Option, printCommand, quoteAll, runQuietly } from '../commands/command.ts'
import { idOf, jsonWord } from '../commands/word.ts'
import { byTag, lookUp, makeOnce, runOnce, type StepPrinters, taggedAs, variable } from './step.ts'

export const virtualPrivateGateway: StepPrinters<'virtual-private-gateway'> = {
  'vpn-gateway': {
    create: (part, stack) => {
      const { asn } = part.construct
      return makeOnce(stack, part, {
        find: byTag(stack, part, 'VpnGateways[].VpnGatewayId', 'describe-vpn-gateways', '--filters', [
          'Name=state,Values=pending,available',
        ]),
        operation: 'ec2 create-vpn-gateway',
        options: [
          ['--type', 'ipsec.1'],
          ...(asn === null ? [] : [['--amazon-side-asn', `${asn}`] as const]),
          taggedAs(part, 'vpn-gateway'),
        ],
        query: 'VpnGateway.VpnGatewayId',
      })
    },
    remove: 'persist InvalidVpnGatewayID.NotFound aws ec2 delete-vpn-gateway --region "$region" --vpn-gateway-id "$id"',
  },
  'vpn-gateway-attachment': {
    create: (part, stack) => {
      const options: Option[] = [
        ['--vpn-gateway-id', idOf(part.gateway)],
        ['--vpc-id', idOf(part.vpc)],
      ]
      return [
        // A second call answers as the first
        runOnce(
          stack,
          part,
          [runQuietly(stack, 'ec2 attach-vpn-gateway', options)],
          `${variable(stack, part.gateway)},${variable(stack, part.vpc)}`,
        ),
        `wait_for attached ${printCommand(stack, 'ec2 describe-vpn-gateways', [
          ['--vpn-gateway-ids', idOf(part.gateway)],
          ...answer('VpnGateways[0].VpcAttachments[0].State'),
        ])}`,
      ].join('\n')
    },
    remove: [
      'allow \'InvalidVpnGatewayAttachment.NotFound|InvalidVpnGatewayID.NotFound\' aws ec2 detach-vpn-gateway --region "$region" --vpn-gateway-id "$first" --vpc-id "$rest"',
      'wait_for \'|None|detached\' allow InvalidVpnGatewayID.NotFound aws ec2 describe-vpn-gateways --region "$region" --vpn-gateway-ids "$first" --query \'VpnGateways[0].VpcAttachments[0].State\' --output text',
    ].join('\n'),
  },
}

export const customerGateway: StepPrinters<'customer-gateway'> = {
  'customer-gateway': {
    create: (part, stack) => {
      const { asn, ipAddress } = part.construct
      return [
        makeOnce(stack, part, {
          find: byTag(stack, part, 'CustomerGateways[].CustomerGatewayId', 'describe-customer-gateways', '--filters', [
            'Name=state,Values=pending,available',
          ]),
          operation: 'ec2 create-customer-gateway',
          options: [
            ['--type', 'ipsec.1'],
            ['--ip-address', ipAddress],
            [asn > LARGEST_BGP_ASN ? '--bgp-asn-extended' : '--bgp-asn', `${asn}`],
            taggedAs(part, 'customer-gateway'),
          ],
          query: 'CustomerGateway.CustomerGatewayId',
        }),
        printCommand(stack, 'ec2 wait customer-gateway-available', [['--customer-gateway-ids', idOf(part.key)]]),
      ].join('\n')
    },
    remove:
      'persist InvalidCustomerGatewayID.NotFound aws ec2 delete-customer-gateway --region "$region" --customer-gateway-id "$id"',
  },
}

export const vpnConnection: StepPrinters<'vpn-connection'> = {
  'vpn-connection': {
    create: (part, stack) =>
      [
        makeOnce(stack, part, {
          find: byTag(stack, part, 'VpnConnections[].VpnConnectionId', 'describe-vpn-connections', '--filters', [
            'Name=state,Values=pending,available',
          ]),
          operation: 'ec2 create-vpn-connection',
          options: [
            ['--type', 'ipsec.1'],
            ['--customer-gateway-id', idOf(part.customer)],
            [part.toTransit ? '--transit-gateway-id' : '--vpn-gateway-id', idOf(part.gateway)],
            ['--options', jsonWord({ StaticRoutesOnly: part.construct.routing === 'static' })],
            taggedAs(part, 'vpn-connection'),
          ],
          query: 'VpnConnection.VpnConnectionId',
        }),
        printCommand(stack, 'ec2 wait vpn-connection-available', [['--vpn-connection-ids', idOf(part.key)]]),
      ].join('\n'),
    remove: [
      'allow InvalidVpnConnectionID.NotFound aws ec2 delete-vpn-connection --region "$region" --vpn-connection-id "$id"',
      'aws ec2 wait vpn-connection-deleted --region "$region" --vpn-connection-ids "$id"',
    ].join('\n'),
  },
  'vpn-route': {
    create: (part, stack) => {
      const options: Option[] = [
        ['--vpn-connection-id', idOf(part.connection)],
        ['--destination-cidr-block', part.cidr],
      ]
      return runOnce(
        stack,
        part,
        [runQuietly(stack, 'ec2 create-vpn-connection-route', options)],
        `${variable(stack, part.connection)},${quoteAll([part.cidr])}`,
      )
    },
    remove:
      'allow \'InvalidVpnConnectionID.NotFound|InvalidRoute.NotFound\' aws ec2 delete-vpn-connection-route --region "$region" --vpn-connection-id "$first" --destination-cidr-block "$rest"',
  },
  'vpn-attachment': {
    create: (part, stack) => {
      const { operation, options, query } = vpnAttachmentQuery(part)
      return lookUp(stack, part.key, `attachment of ${part.construct.id}`, operation, options, query)
    },
    remove: null,
  },
}
